package io.remoteobjects.topology.imports;

/** Runs something later, on the thread of the topology manager. */
@FunctionalInterface
public interface Timers {

    /**
     * @param task what to run
     * @param millis after how many milliseconds
     * @return cancels it
     */
    Runnable schedule(Runnable task, long millis);
}

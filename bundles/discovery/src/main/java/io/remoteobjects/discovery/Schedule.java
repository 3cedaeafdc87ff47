package io.remoteobjects.discovery;

import java.util.concurrent.Executor;

/** Runs tasks one at a time and in order. Any thread. */
public interface Schedule extends Executor {

    /** Runs a task after a time. */
    void schedule(Runnable task, long delayMillis);
}

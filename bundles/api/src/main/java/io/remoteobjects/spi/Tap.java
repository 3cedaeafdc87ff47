package io.remoteobjects.spi;

/** Where a runtime takes the changes of one cell of a Source, in the order of its domain. */
public interface Tap {

    /**
     * Appends a value to a queue of the runtime. Called under the domain's lock: must not do anything else.
     *
     * @param value the new value, or the arguments of a signal
     * @return whether {@link #wake} must be called once the lock is released
     */
    boolean append(Object value);

    /** Wakes what empties the queue. Called without the lock, by the thread that made the change. */
    void wake();
}

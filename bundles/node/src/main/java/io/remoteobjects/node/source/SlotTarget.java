package io.remoteobjects.node.source;

/** What a slot runs. */
@FunctionalInterface
public interface SlotTarget {

    /**
     * @param caller the peer that calls
     * @param arguments as many as the slot has, of its types
     * @return the result, a promise or future of it, or null
     * @throws Throwable what the Source throws
     */
    Object call(Caller caller, Object[] arguments) throws Throwable;

    /** {@return whether it never blocks, so that it may run on an event loop} */
    default boolean nonBlocking() {
        return false;
    }
}

package io.remoteobjects;

/** Ends the calls to a listener. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    /**
     * Ends it. When this returns no further call begins, though one may be under way in another thread. Closing again does nothing.
     */
    @Override
    void close();
}

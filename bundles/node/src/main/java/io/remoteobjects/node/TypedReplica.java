package io.remoteobjects.node;

import io.remoteobjects.Replica;

/**
 * A replica that is seen through interfaces. Any thread.
 */
public interface TypedReplica extends AutoCloseable {

    /** {@return the object that implements the interfaces, always the same} */
    Object service();

    /** {@return how it stands} */
    Replica handle();

    /** {@return which members do not fit while the state is a mismatch; else empty} */
    String problem();

    /** Releases it: subscriptions end, calls fail. */
    @Override
    void close();
}

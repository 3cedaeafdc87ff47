package io.remoteobjects.node;

import io.remoteobjects.DynamicReplica;

/** A replica that is seen by the names its Source tells. Any thread. */
public interface NamedReplica extends AutoCloseable {

    /** {@return the replica} */
    DynamicReplica replica();

    /** Releases it: subscriptions end, calls fail. */
    @Override
    void close();
}

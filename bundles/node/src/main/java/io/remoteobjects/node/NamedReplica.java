package io.remoteobjects.node;

import io.remoteobjects.DynamicReplica;

/** A replica that is seen by the names its Source tells. Any thread. */
public interface NamedReplica extends AutoCloseable {

    /** {@return the replica} */
    DynamicReplica replica();

    /**
     * {@return its interface as text of a .rep file, without what a host does not tell (defaults, persistence, whether replicas may write a
     * property); empty before it was first valid}
     */
    String rep();

    /** Releases it: subscriptions end, calls fail. */
    @Override
    void close();
}

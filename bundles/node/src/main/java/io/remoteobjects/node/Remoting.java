package io.remoteobjects.node;

import java.util.List;

/** A Source that is shared. Any thread. */
public interface Remoting extends AutoCloseable {

    /** {@return the name under which replicas find it} */
    String name();

    /** {@return its QtRO type name} */
    String typeName();

    /** {@return its signature in protocol 2.0, as repc computes it} */
    String signature();

    /** {@return where it can be reached, the address announced first} */
    List<String> urls();

    /** Stops to share it. Replicas become suspect. */
    @Override
    void close();
}

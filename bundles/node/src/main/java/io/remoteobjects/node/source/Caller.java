package io.remoteobjects.node.source;

/** A connected node, as slots may see it. The same object for as long as it is connected. */
public interface Caller {

    /** {@return the address of the peer, for messages} */
    String peer();

    /** {@return whether it is still connected} */
    boolean isConnected();
}

package io.remoteobjects.node.access;

/**
 * Decides what a peer may do with a Source. Asked for every subscription, slot call and property write, on an event loop: must not
 * block.
 */
@FunctionalInterface
public interface AccessCheck {

    /** Lets everybody who can connect do everything, as Qt does. */
    AccessCheck ALLOW_ALL = request -> true;

    /**
     * @param request what a peer asks for
     * @return whether it may; a refused call is answered with a failure, a refused subscription not at all, and both are logged
     */
    boolean allows(Request request);

    /** What a peer can ask for. */
    enum Operation {
        /** To get the values and signals of an object. */
        SUBSCRIBE,
        /** To call a slot. */
        CALL,
        /** To push or write a property. */
        WRITE
    }

    /**
     * What a peer asks for.
     *
     * @param peer the address of the peer
     * @param object the name of the object
     * @param operation what to do with it
     * @param member the slot or property; empty for a subscription
     */
    record Request(String peer, String object, Operation operation, String member) {
    }
}

package io.remoteobjects.node;

/**
 * Told of what registries know, and of what hosts offer to which the node was told to connect. What was offered by a host whose
 * connection is lost stays known until a registry, or the host on its return, says otherwise. Called on a thread of the node, one call at
 * a time, in order; must not block for long.
 */
public interface LocationListener {

    /**
     * An object is offered.
     *
     * @param location what and where
     */
    void added(ObjectLocation location);

    /**
     * An object is no longer offered, there.
     *
     * @param location what and where it was
     */
    void removed(ObjectLocation location);
}

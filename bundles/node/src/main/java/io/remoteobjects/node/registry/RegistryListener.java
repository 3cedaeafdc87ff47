package io.remoteobjects.node.registry;

import io.remoteobjects.wire.type.SourceLocation;

/** Told of what a registry knows. One call at a time, in order. */
public interface RegistryListener {

    /**
     * An object is offered, or offered somewhere else than before.
     *
     * @param name its name
     * @param location what it is and where
     */
    void added(String name, SourceLocation location);

    /**
     * An object is no longer offered.
     *
     * @param name its name
     * @param location what it was and where
     */
    void removed(String name, SourceLocation location);
}

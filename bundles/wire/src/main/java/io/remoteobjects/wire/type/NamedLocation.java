package io.remoteobjects.wire.type;

/**
 * An object that a registry announces.
 *
 * @param name of the object
 * @param location where it is shared
 */
public record NamedLocation(String name, SourceLocation location) {
}

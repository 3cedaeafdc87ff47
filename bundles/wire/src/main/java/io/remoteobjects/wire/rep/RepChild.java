package io.remoteobjects.wire.rep;

/**
 * {@code CLASS name(className)}: a property that holds a sub-object.
 *
 * @param name its name
 * @param className the class of the same file that the sub-object has
 */
public record RepChild(String name, String className) implements RepMember {
}

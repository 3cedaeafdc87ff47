package io.remoteobjects.wire.rep;

/**
 * {@code FLAG(name enumName)} (Qt 6): the type of a combination of an enum's values.
 *
 * @param name the name of the flag type
 * @param enumName the enum, declared before in the same scope
 */
public record RepFlag(String name, String enumName) implements RepItem, RepMember {
}

package io.remoteobjects.wire.rep;

/**
 * {@code USE_ENUM(...)}: an enum of foreign C++ code. Without effect since Qt 6.
 *
 * @param name the qualified name of the enum
 */
public record RepUseEnum(String name) implements RepItem {
}

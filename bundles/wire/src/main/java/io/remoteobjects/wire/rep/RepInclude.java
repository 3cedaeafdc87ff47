package io.remoteobjects.wire.rep;

/**
 * A line that starts with {@code #}; repc copies it to the C++ it generates.
 *
 * @param line the line, with its {@code #} and without its end
 */
public record RepInclude(String line) implements RepItem {
}

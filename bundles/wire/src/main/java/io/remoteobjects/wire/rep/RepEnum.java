package io.remoteobjects.wire.rep;

import java.util.List;

/**
 * {@code ENUM name { ... }}, at the top level, in a class, or (Qt 6) in a POD.
 *
 * @param name its plain name
 * @param scoped whether it is an {@code ENUM class} (Qt 6)
 * @param underlyingType the C++ integer type after the colon (Qt 6); empty for none, which is int
 * @param entries its values in the order of the file
 */
public record RepEnum(String name, boolean scoped, String underlyingType, List<Entry> entries) implements RepItem, RepMember {

    /** Copies the list. */
    public RepEnum {
        entries = List.copyOf(entries);
    }

    /**
     * One value.
     *
     * @param name its name
     * @param value its number
     */
    public record Entry(String name, int value) {
    }
}

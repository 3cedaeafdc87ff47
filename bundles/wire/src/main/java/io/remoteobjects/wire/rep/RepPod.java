package io.remoteobjects.wire.rep;

import java.util.List;

/**
 * {@code POD name(...)} or {@code POD name { ... }}: a value type.
 *
 * @param name its name
 * @param enums the enums declared in it (Qt 6)
 * @param flags the flag types declared in it (Qt 6)
 * @param fields its fields in the order of the wire
 */
public record RepPod(String name, List<RepEnum> enums, List<RepFlag> flags, List<RepParameter> fields) implements RepItem {

    /** Copies the lists. */
    public RepPod {
        enums = List.copyOf(enums);
        flags = List.copyOf(flags);
        fields = List.copyOf(fields);
    }
}

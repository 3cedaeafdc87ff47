package io.remoteobjects.wire.rep;

import java.util.List;

/**
 * {@code SLOT(returnType name(parameters))}.
 *
 * @param returnType what it returns, as written, with surplus blanks before the name, as repc hashes them; {@code void} where
 *     nothing was
 * @param name its name
 * @param parameters its parameters in order
 */
public record RepSlot(String returnType, String name, List<RepParameter> parameters) implements RepMember {

    /** What {@link #returnType} is for a slot without a result. */
    public static final String VOID = "void";

    /** Copies the list. */
    public RepSlot {
        parameters = List.copyOf(parameters);
    }
}

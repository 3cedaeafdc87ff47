package io.remoteobjects.wire.rep;

import java.util.List;

/**
 * {@code SIGNAL(name(parameters))}.
 *
 * @param name its name
 * @param parameters its parameters in order
 */
public record RepSignal(String name, List<RepParameter> parameters) implements RepMember {

    /** Copies the list. */
    public RepSignal {
        parameters = List.copyOf(parameters);
    }
}

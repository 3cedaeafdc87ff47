package io.remoteobjects.wire.rep;

/**
 * A parameter of a signal or slot, or a field of a POD.
 *
 * @param type its type as written, without {@code const} and {@code &}
 * @param name its name; {@code __repc_variable_N} where the file gives none
 * @param constant whether the type was {@code const}, which is part of the signature of functions
 * @param reference whether the type was a reference, which is part of the signature of functions
 */
public record RepParameter(String type, String name, boolean constant, boolean reference) {

    /**
     * A parameter by value.
     *
     * @param type its type
     * @param name its name
     */
    public RepParameter(String type, String name) {
        this(type, name, false, false);
    }
}

package io.remoteobjects.node.contract;

import java.util.List;
import java.util.function.UnaryOperator;

import io.remoteobjects.wire.type.QtType;

/**
 * A parameter of a signal or slot.
 *
 * @param name its name on the Qt side
 * @param type how its values travel
 * @param check makes of a Java value the one that travels; throws IllegalArgumentException if it cannot be carried
 */
public record Parameter(String name, QtType<Object> type, UnaryOperator<Object> check) {

    /**
     * @param parameters those of a signal or slot
     * @return their types
     */
    public static List<QtType<Object>> types(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::type).toList();
    }
}

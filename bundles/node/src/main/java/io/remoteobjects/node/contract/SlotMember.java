package io.remoteobjects.node.contract;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.UnaryOperator;

import io.remoteobjects.wire.type.QtType;

/**
 * A slot: one that pushes a property, or a declared one.
 *
 * @param index its number on the wire among the slots
 * @param name its name on the Qt side
 * @param parameters what it takes
 * @param returnType how its result travels, null for void
 * @param method the method of the interface; null for one that pushes a property
 * @param returnKind how the method gives its result
 * @param oneWay whether a call does not wait for the reply of a void slot
 * @param pushes the number of the property it pushes, else -1
 * @param checkResult makes of a result the one that travels; throws IllegalArgumentException if it cannot be carried
 */
public record SlotMember(int index, String name, List<Parameter> parameters, QtType<Object> returnType, Method method,
                         ReturnKind returnKind, boolean oneWay, int pushes, UnaryOperator<Object> checkResult) implements Member {

    /** {@return name and parameter types as Qt's type system writes them} */
    public String signature() {
        return Member.signature(name, parameters);
    }

    /**
     * Makes of the arguments of a call those that travel.
     *
     * @param arguments null for none
     * @return new array, one value for each parameter
     * @throws IllegalArgumentException if one cannot be carried; the message names it
     */
    public Object[] checkArguments(Object[] arguments) {
        Object[] checked = new Object[parameters.size()];
        for (int i = 0; i < checked.length; i++) {
            checked[i] = parameters.get(i).check().apply(arguments[i]);
        }
        return checked;
    }
}

package io.remoteobjects.node.contract;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A signal: one that tells the change of a property, or a declared one.
 *
 * @param index its number on the wire among the signals
 * @param name its name on the Qt side
 * @param parameters what it carries
 * @param accessor the method that returns its Signal; null for one that tells a change
 * @param property the number of the property whose change it tells, else -1
 * @param toArguments makes the arguments in wire order of what a Signal carries: a record of arguments, one argument, or null
 * @param fromArguments the way back; throws what the constructor of a record throws
 * @param check makes of what a Signal carries that which travels; throws IllegalArgumentException if it cannot be carried
 */
public record SignalMember(int index, String name, List<Parameter> parameters, Method accessor, int property,
                           Function<Object, Object[]> toArguments, Function<Object[], Object> fromArguments,
                           UnaryOperator<Object> check) implements Member {

    /** {@return name and parameter types as Qt's type system writes them} */
    public String signature() {
        return Member.signature(name, parameters);
    }
}

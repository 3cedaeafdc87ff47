package io.remoteobjects.node.contract;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.remoteobjects.Value;
import io.remoteobjects.wire.rep.RepEnum;

/**
 * The constants of an enum class with their names and numbers.
 *
 * @param type the enum class
 * @param constants in the order of declaration
 */
record EnumShape(Class<?> type, List<Constant> constants) {

    /**
     * One constant.
     *
     * @param value the constant itself
     * @param name its name on the Qt side
     * @param number its number
     * @param numbered whether {@code @Value} gives the number
     */
    record Constant(Object value, String name, int number, boolean numbered) {
    }

    static EnumShape of(Class<?> type) {
        List<Constant> constants = new ArrayList<>();
        for (Object each : type.getEnumConstants()) {
            constants.add(constant(type, (Enum<?>) each));
        }
        if (constants.isEmpty()) {
            throw new ContractException("Enum " + type.getName() + " has no values, which a .rep file cannot say. Declare one.");
        }
        return new EnumShape(type, List.copyOf(constants));
    }

    private static Constant constant(Class<?> type, Enum<?> constant) {
        try {
            Field field = type.getField(constant.name());
            Value given = field.getAnnotation(Value.class);
            String name = Names.of(field, constant.name(), type.getSimpleName() + "." + constant.name());
            return new Constant(constant, name, given == null ? constant.ordinal() : given.value(), given != null);
        } catch (NoSuchFieldException impossible) {
            throw new ContractException("Value " + constant.name() + " of enum " + type.getName()
                    + " has no field. Compile the enum with an ordinary compiler.", impossible);
        }
    }

    /**
     * {@return the entries of the enum where no .rep file declares it}
     *
     * @throws ContractException if two constants have the same number
     */
    List<RepEnum.Entry> entries() {
        Map<Integer, Constant> taken = new HashMap<>();
        for (Constant each : constants) {
            Constant other = taken.put(each.number(), each);
            if (other != null) {
                throw new ContractException("Values " + other.value() + " and " + each.value() + " of enum " + type.getName()
                        + " both have the number " + each.number() + ". Give one of them another with @Value.");
            }
        }
        return constants.stream().map(each -> new RepEnum.Entry(each.name(), each.number())).toList();
    }
}

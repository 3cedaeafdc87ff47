package io.remoteobjects.node.contract;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.remoteobjects.wire.rep.RepEnum;
import io.remoteobjects.wire.type.EnumType;
import io.remoteobjects.wire.type.QtType;

/** Binds enum classes to the enums of a .rep file, constant by constant, by name. The numbers are those of the file. */
final class EnumBinder {

    private static final Set<String> ONE_BYTE = Set.of("qint8", "quint8", "char", "signed char", "unsigned char", "uchar", "int8_t",
            "uint8_t", "std::int8_t", "std::uint8_t", "bool");
    private static final Set<String> TWO_BYTES = Set.of("qint16", "quint16", "short", "signed short", "unsigned short", "ushort", "int16_t",
            "uint16_t", "std::int16_t", "std::uint16_t");

    private EnumBinder() {
    }

    static BoundType bind(RepEnum declared, Class<?> javaClass, String where) {
        Map<Integer, Object> values = values(declared, javaClass, where);
        Map<Object, Integer> numbers = numbers(values);
        QtType<Object> type = EnumType.of(declared.name(), size(declared), new EnumType.Binder<>() {
            @Override
            public Object value(int number) {
                return values.get(number);
            }

            @Override
            public int number(Object value) {
                return numbers.get(value);
            }
        });
        return BoundType.of(type, ValueCheck.NONE);
    }

    /** {@return the constants by number, in the order of the file} */
    private static Map<Integer, Object> values(RepEnum declared, Class<?> javaClass, String where) {
        EnumShape shape = EnumShape.of(javaClass);
        Map<String, EnumShape.Constant> open = new LinkedHashMap<>();
        shape.constants().forEach(each -> open.put(each.name(), each));
        Map<Integer, Object> values = new LinkedHashMap<>();
        for (RepEnum.Entry entry : declared.entries()) {
            EnumShape.Constant constant = open.remove(entry.name());
            if (constant == null) {
                throw new ContractException("Enum " + javaClass.getName() + " of " + where + " has no constant for the value "
                        + entry.name() + " of " + declared.name() + " in the .rep file. Add it, or give the one meant @Name(\""
                        + entry.name() + "\").");
            }
            if (constant.numbered() && constant.number() != entry.value()) {
                throw new ContractException("Value " + constant.value() + " of enum " + javaClass.getName() + " of " + where
                        + " has @Value(" + constant.number() + "), and " + entry.value() + " in the .rep file. Make both the same.");
            }
            values.putIfAbsent(entry.value(), constant.value());
        }
        if (!open.isEmpty()) {
            throw new ContractException("Enum " + javaClass.getName() + " of " + where + " has the constants "
                    + new TreeSet<>(open.keySet()) + ", and " + declared.name() + " in the .rep file does not. "
                    + "Add them there, or remove them here.");
        }
        return values;
    }

    private static Map<Object, Integer> numbers(Map<Integer, Object> values) {
        Map<Object, Integer> numbers = new LinkedHashMap<>();
        values.forEach((number, constant) -> numbers.putIfAbsent(constant, number));
        return numbers;
    }

    /** Binds a set of constants to a flag type: the numbers of the constants are its bits. */
    static BoundType bindFlags(String name, RepEnum declared, Class<?> javaClass, String where) {
        Map<Integer, Object> values = values(declared, javaClass, where);
        Map<Object, Integer> numbers = numbers(values);
        return BoundType.converted(EnumType.generic(name, 4), bits -> constants(bits, values), (Collection<?> constants) -> {
            int bits = 0;
            for (Object each : constants) {
                bits |= numbers.get(each);
            }
            return bits;
        }, value -> {
            Collection<?> constants = (Collection<?>) value;
            if (constants.contains(null)) {
                throw new BadValueException("null is no value of " + declared.name() + ": leave it out of the set");
            }
            return Collections.unmodifiableSet(new LinkedHashSet<>(constants));
        });
    }

    private static Set<Object> constants(int bits, Map<Integer, Object> values) {
        Set<Object> constants = new LinkedHashSet<>();
        int known = 0;
        for (Map.Entry<Integer, Object> each : values.entrySet()) {
            if (each.getKey() != 0 && (bits & each.getKey()) == each.getKey()) {
                constants.add(each.getValue());
                known |= each.getKey();
            }
        }
        if (known != bits) {
            throw new IllegalArgumentException("no constants for the bits 0x" + Integer.toHexString(bits & ~known));
        }
        return Collections.unmodifiableSet(constants);
    }

    /** {@return the size of the C++ enum in bytes} */
    static int size(RepEnum declared) {
        String underlying = declared.underlyingType();
        return ONE_BYTE.contains(underlying) ? 1 : TWO_BYTES.contains(underlying) ? 2 : 4;
    }
}

package io.remoteobjects.node.contract;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.remoteobjects.wire.type.QtType;

/**
 * Java's integers for Qt's. A Java class may stand for each Qt type whose values it can hold, so that a received value never fails, and
 * for the unsigned 64-bit type also long, whose upper half Java code hardly ever meets; what is set is checked against the range of the
 * Qt type.
 */
final class IntegerTypes {

    private record Range(BigInteger least, BigInteger greatest) {

        static Range signed(int bits) {
            BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
            return new Range(half.negate(), half.subtract(BigInteger.ONE));
        }

        static Range unsigned(int bits) {
            return new Range(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        }

        boolean holds(Range other) {
            return least.compareTo(other.least) <= 0 && greatest.compareTo(other.greatest) >= 0;
        }

        boolean holds(BigInteger value) {
            return least.compareTo(value) <= 0 && greatest.compareTo(value) >= 0;
        }
    }

    /** The Java class of a Qt type's values as the wire has them, and the range. */
    private record Kind(Class<?> natural, Range range) {
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("signed char", new Kind(Byte.class, Range.signed(8))), Map.entry("char", new Kind(Byte.class, Range.signed(8))),
            Map.entry("uchar", new Kind(Integer.class, Range.unsigned(8))),
            Map.entry("short", new Kind(Short.class, Range.signed(16))), Map.entry("ushort", new Kind(Integer.class, Range.unsigned(16))),
            Map.entry("int", new Kind(Integer.class, Range.signed(32))), Map.entry("uint", new Kind(Long.class, Range.unsigned(32))),
            Map.entry("qlonglong", new Kind(Long.class, Range.signed(64))), Map.entry("long", new Kind(Long.class, Range.signed(64))),
            Map.entry("qulonglong", new Kind(BigInteger.class, Range.unsigned(64))),
            Map.entry("ulong", new Kind(BigInteger.class, Range.unsigned(64))));

    private static final Map<Class<?>, Range> JAVA = Map.of(Byte.class, Range.signed(8), Short.class, Range.signed(16),
            Integer.class, Range.signed(32), Long.class, Range.signed(64), BigInteger.class, Range.signed(128));

    private static final Map<Class<?>, Function<BigInteger, Number>> EXACT = Map.of(Byte.class, BigInteger::byteValueExact,
            Short.class, BigInteger::shortValueExact, Integer.class, BigInteger::intValueExact, Long.class, BigInteger::longValueExact,
            BigInteger.class, value -> value);

    private IntegerTypes() {
    }

    static Optional<BoundType> bind(QtType<?> type, Class<?> javaClass) {
        Kind kind = KINDS.get(type.name());
        Range java = JAVA.get(javaClass);
        boolean fits = kind != null && java != null
                && (java.holds(kind.range) || javaClass == Long.class && kind.natural == BigInteger.class);
        if (!fits) {
            return Optional.empty();
        }
        ValueCheck check = kind.range.holds(java) ? ValueCheck.NONE : value -> {
            if (!kind.range.holds(exact((Number) value))) {
                throw new BadValueException(value + " is out of the range of " + type.name() + ", which is " + kind.range.least + " to "
                        + kind.range.greatest + ": pass a value in that range");
            }
            return value;
        };
        if (javaClass == kind.natural) {
            return Optional.of(BoundType.of(type, check));
        }
        @SuppressWarnings("unchecked")
        QtType<Number> base = (QtType<Number>) type;
        return Optional.of(BoundType.converted(base, value -> EXACT.get(javaClass).apply(exact(value)),
                (Number value) -> EXACT.get(kind.natural).apply(exact(value)), check));
    }

    /**
     * @param value any integer
     * @param javaClass a class of integers
     * @return the same number of that class
     * @throws BadValueException if it has no such number
     */
    static Number exact(Number value, Class<?> javaClass) {
        try {
            return EXACT.get(javaClass).apply(exact(value));
        } catch (ArithmeticException unfit) {
            throw new BadValueException(value + " is out of the range of " + javaClass.getName() + ": pass a value in that range");
        }
    }

    private static BigInteger exact(Number value) {
        return value instanceof BigInteger exact ? exact : BigInteger.valueOf(value.longValue());
    }
}

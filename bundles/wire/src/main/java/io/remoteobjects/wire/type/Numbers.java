package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.math.BigInteger;
import java.util.function.Function;

/** Makes the number types. Java has no unsigned integers, so those take the next wider class and check the range on writing. */
final class Numbers {

    private static final BigInteger UINT64_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private Numbers() {
    }

    static QtType<Byte> signed8(String name, IntegerKind kind) {
        return new IntegerType<>(name, kind, bits -> (byte) bits, (out, value) -> out.writeU8(value));
    }

    static QtType<Integer> unsigned8() {
        return new IntegerType<>("uchar", IntegerKind.UCHAR, bits -> (int) bits,
                (out, value) -> out.writeU8((int) inRange("uchar", value, 0xFF)));
    }

    static QtType<Short> signed16() {
        return new IntegerType<>("short", IntegerKind.SHORT, bits -> (short) bits, (out, value) -> out.writeI16(value));
    }

    static QtType<Integer> unsigned16() {
        return new IntegerType<>("ushort", IntegerKind.USHORT, bits -> (int) bits,
                (out, value) -> out.writeI16((int) inRange("ushort", value, 0xFFFF)));
    }

    static QtType<Integer> signed32() {
        return new IntegerType<>("int", IntegerKind.INT, bits -> (int) bits, WireOutput::writeI32);
    }

    static QtType<Long> unsigned32() {
        return new IntegerType<>("uint", IntegerKind.UINT, bits -> bits,
                (out, value) -> out.writeI32((int) inRange("uint", value, 0xFFFF_FFFFL)));
    }

    static QtType<Long> signed64(String name, IntegerKind kind) {
        return new IntegerType<>(name, kind, bits -> bits, WireOutput::writeI64);
    }

    static QtType<BigInteger> unsigned64(String name, IntegerKind kind) {
        return new IntegerType<>(name, kind, kind::exact, (out, value) -> out.writeI64(bits(name, value)));
    }

    /** {@code float} and {@code double}: eight bytes both. A float may stand where a double is expected. */
    static <T> QtType<T> floating(String name, int id, Function<Double, T> narrow, Function<T, Double> widen, int acceptedId) {
        return new QtType<>(name, VariantHeader.builtIn(id), false) {
            @Override
            public T defaultValue() {
                return narrow.apply(0.0);
            }

            @Override
            public T read(WireInput in) {
                return narrow.apply(in.readDouble());
            }

            @Override
            T readConverted(WireInput in, int otherId, int start) {
                return otherId == acceptedId ? read(in) : super.readConverted(in, otherId, start);
            }

            @Override
            public void write(WireOutput out, T value) {
                out.writeDouble(widen.apply(required(value)));
            }
        };
    }

    static QtType<Integer> codePoint() {
        return ValueType.of("char32_t", 57, 0, WireInput::readI32, WireOutput::writeI32);
    }

    static QtType<Character> utf16Unit(String name, int id) {
        return ValueType.of(name, id, '\0', in -> (char) in.readU16(), (out, value) -> out.writeI16(value));
    }

    private static long inRange(String type, long value, long max) {
        if (value < 0 || value > max) {
            throw outOfRange(type, value);
        }
        return value;
    }

    private static long bits(String type, BigInteger value) {
        if (value.signum() < 0 || value.compareTo(UINT64_MAX) > 0) {
            throw outOfRange(type, value);
        }
        return value.longValue();
    }

    private static IllegalArgumentException outOfRange(String type, Number value) {
        return new IllegalArgumentException("The value " + value + " does not fit " + type + ". Keep it in the range of the Qt type.");
    }
}

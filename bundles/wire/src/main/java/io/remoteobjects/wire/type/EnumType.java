package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/**
 * An enum or flags type of a .rep file. In QVariants it is a built-in integer of the C++ enum's size, always signed; any integer is
 * read.
 *
 * @param <E> the Java class of its values
 */
public final class EnumType<E> extends QtType<E> {

    /**
     * Turns numbers into Java objects and back.
     *
     * @param <E> the Java class
     */
    public interface Binder<E> {

        /** {@return the object with that number, null when there is none} */
        E value(int number);

        /** {@return the number of the object} */
        int number(E value);
    }

    private static final Binder<Integer> NUMBERS = new Binder<>() {
        @Override
        public Integer value(int number) {
            return number;
        }

        @Override
        public int number(Integer value) {
            return value;
        }
    };

    private final int size;
    private final Binder<E> binder;

    private EnumType(String name, int size, Binder<E> binder) {
        super(name, header(size), false);
        this.size = size;
        this.binder = binder;
    }

    /**
     * @param name of the enum, for messages
     * @param size of the C++ enum in bytes: 1, 2 or 4; 0 is taken as 4, as in the definitions of plain QObjects
     * @param binder maps the numbers
     * @return the type
     * @throws IllegalArgumentException for another size
     */
    public static <E> EnumType<E> of(String name, int size, Binder<E> binder) {
        return new EnumType<>(name, size == 0 ? Integer.BYTES : size, binder);
    }

    /** {@return a type whose values are the numbers themselves: for enums that no Java class stands for} */
    public static EnumType<Integer> generic(String name, int size) {
        return of(name, size, NUMBERS);
    }

    private static VariantHeader header(int size) {
        switch (size) {
            case 1:
                return VariantHeader.builtIn(IntegerKind.CHAR.id(), IntegerKind.SCHAR.id());
            case 2:
                return VariantHeader.builtIn(IntegerKind.SHORT.id());
            case 4:
                return VariantHeader.builtIn(IntegerKind.INT.id());
            default:
                throw new IllegalArgumentException("An enum of " + size + " bytes cannot travel. Use 1, 2 or 4 bytes.");
        }
    }

    /** {@return the size of the C++ enum in bytes} */
    public int size() {
        return size;
    }

    /** {@return the value for 0; null if the enum has no such value} */
    @Override
    public E defaultValue() {
        return binder.value(0);
    }

    @Override
    public E read(WireInput in) {
        int start = in.position();
        return value(in, kind().read(in), start);
    }

    private IntegerKind kind() {
        return size == 1 ? IntegerKind.SCHAR : size == 2 ? IntegerKind.SHORT : IntegerKind.INT;
    }

    @Override
    E readConverted(WireInput in, int id, int start) {
        IntegerKind other = IntegerKind.ofId(id);
        return other == null ? super.readConverted(in, id, start) : value(in, other.read(in), start);
    }

    /** Qt 6.4's dynamic replicas send no value for the enum fields of PODs; Qt hosts take 0 then. */
    @Override
    E readField(WireInput in) {
        if (in.peekI32() != VariantHeader.INVALID) {
            return readVariant(in);
        }
        int start = in.position();
        in.skip(Integer.BYTES + 1);
        return value(in, 0, start);
    }

    private E value(WireInput in, long number, int start) {
        E value = number == (int) number ? binder.value((int) number) : null;
        if (value == null && size < Integer.BYTES && number < 0) {
            // an unsigned C++ enum: 200 of a quint8 travels as -56
            value = binder.value((int) number & ((1 << 8 * size) - 1));
        }
        if (value == null && !in.discarding()) {
            throw new WireException("The enum " + name() + " has no value " + number, start,
                    "Regenerate both sides from the same .rep file.");
        }
        return value;
    }

    @Override
    public void write(WireOutput out, E value) {
        int number = binder.number(required(value));
        if (size == 1) {
            out.writeU8(number);
        } else if (size == 2) {
            out.writeI16(number);
        } else {
            out.writeI32(number);
        }
    }
}

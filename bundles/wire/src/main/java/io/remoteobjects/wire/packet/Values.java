package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.QtType;
import java.util.List;

/** Rows of QVariants. */
public final class Values {

    /** Id and null flag. */
    private static final int MIN_VARIANT_BYTES = 5;

    private Values() {
    }

    /**
     * Writes QVariants, without a count.
     *
     * @param types one for each value
     * @param values each of the Java class of its type
     */
    public static void write(WireOutput out, List<? extends QtType<?>> types, Object... values) {
        if (types.size() != values.length) {
            throw new IllegalArgumentException("The values must be as many as their types: types=" + types.size() + " values="
                    + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            types.get(i).writeVariantOf(out, values[i]);
        }
    }

    /** {@return the count of the QVariants that follow} */
    public static int readCount(WireInput in) {
        return in.readCount(MIN_VARIANT_BYTES);
    }

    /**
     * Reads a count and the arguments of a call or signal. Surplus ones, as Qt sends them, are not decoded.
     *
     * @param types those of the slot or signal
     * @return one value for each type
     * @throws WireException when there are too few, or one is of another type
     */
    public static Object[] readArguments(WireInput in, List<? extends QtType<?>> types) {
        int start = in.position();
        int count = readCount(in);
        if (count < types.size()) {
            throw new WireException("Only " + count + " arguments where " + types.size() + " are needed", start,
                    "Regenerate both sides from the same .rep file.");
        }
        Object[] values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = types.get(i).readVariant(in);
        }
        return values;
    }
}

package io.remoteobjects.node.contract;

import java.nio.ByteBuffer;
import java.util.List;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/** Arrays of primitives, which travel as their bare elements, big-endian. */
final class PlainArrays {

    /** By their tag less one. */
    private static final List<Class<?>> COMPONENTS =
            List.of(boolean.class, byte.class, short.class, char.class, int.class, long.class, float.class, double.class);
    private static final int[] BYTES = {1, 1, 2, 2, 4, 8, 4, 8};

    private PlainArrays() {
    }

    static void write(WireOutput out, Object array, int length) {
        int tag = COMPONENTS.indexOf(array.getClass().getComponentType()) + 1;
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(length, BYTES[tag - 1]));
        switch (tag) {
            case PlainTag.BOOLEAN -> {
                for (boolean each : (boolean[]) array) {
                    bytes.put((byte) (each ? 1 : 0));
                }
            }
            case PlainTag.BYTE -> bytes.put((byte[]) array);
            case PlainTag.SHORT -> bytes.asShortBuffer().put((short[]) array);
            case PlainTag.CHAR -> bytes.asCharBuffer().put((char[]) array);
            case PlainTag.INT -> bytes.asIntBuffer().put((int[]) array);
            case PlainTag.LONG -> bytes.asLongBuffer().put((long[]) array);
            case PlainTag.FLOAT -> bytes.asFloatBuffer().put((float[]) array);
            default -> bytes.asDoubleBuffer().put((double[]) array);
        }
        out.writeU8(tag);
        out.writeI32(length);
        out.writeRaw(bytes.array());
    }

    static Object read(WireInput in) {
        int tag = in.readU8();
        if (tag < PlainTag.BOOLEAN || tag > PlainTag.DOUBLE) {
            throw new BadValueException("an array of unknown kind " + tag + ": give both sides the same version of Remote Objects");
        }
        int length = in.readCount(BYTES[tag - 1]);
        ByteBuffer bytes = ByteBuffer.wrap(in.readView(length * BYTES[tag - 1]).copy());
        switch (tag) {
            case PlainTag.BOOLEAN:
                boolean[] booleans = new boolean[length];
                for (int i = 0; i < length; i++) {
                    booleans[i] = bytes.get(i) != 0;
                }
                return booleans;
            case PlainTag.BYTE:
                return bytes.array();
            case PlainTag.SHORT:
                short[] shorts = new short[length];
                bytes.asShortBuffer().get(shorts);
                return shorts;
            case PlainTag.CHAR:
                char[] chars = new char[length];
                bytes.asCharBuffer().get(chars);
                return chars;
            case PlainTag.INT:
                int[] ints = new int[length];
                bytes.asIntBuffer().get(ints);
                return ints;
            case PlainTag.LONG:
                long[] longs = new long[length];
                bytes.asLongBuffer().get(longs);
                return longs;
            case PlainTag.FLOAT:
                float[] floats = new float[length];
                bytes.asFloatBuffer().get(floats);
                return floats;
            default:
                double[] doubles = new double[length];
                bytes.asDoubleBuffer().get(doubles);
                return doubles;
        }
    }
}

package io.remoteobjects.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * Reads QDataStream primitives from one range of a buffer: a frame's body, a {@link View}, or a nested blob. Never reads past the end of
 * its range, never moves the buffer's own indices, and checks lengths before it allocates. May be reset and used again. Not thread safe.
 *
 * <p>All reading methods throw {@link WireException} when the bytes are not there or exceed the {@link Limits}.
 */
public final class WireInput {

    private static final int NULL_LENGTH = -1;
    private static final String CUT = "The frame is cut short or was built for another interface; regenerate both sides from the same .rep"
            + " file.";

    private final Generation generation;
    private final Limits limits;
    private final boolean littleEndian;
    private ByteBuf buffer;
    private int start;
    private int end;
    private int index;
    private int base;
    private int depth;
    private int baseDepth;
    private boolean discarding;
    private final char[] chars = new char[256];

    /**
     * @param buffer what to read from
     * @param start absolute index of the first byte
     * @param end absolute index behind the last byte
     * @param generation decides byte order and type ids
     * @param limits what the peer may make us allocate
     */
    public WireInput(ByteBuf buffer, int start, int end, Generation generation, Limits limits) {
        this(generation, limits, generation.littleEndian());
        reset(buffer, start, end);
    }

    private WireInput(Generation generation, Limits limits, boolean littleEndian) {
        this.generation = generation;
        this.limits = limits;
        this.littleEndian = littleEndian;
    }

    /** {@return an input over a blob that is big endian whatever the generation, as those of QRO_ values} */
    public static WireInput blob(byte[] blob, Generation generation, Limits limits) {
        WireInput in = new WireInput(generation, limits, false);
        in.reset(Unpooled.wrappedBuffer(blob), 0, blob.length);
        return in;
    }

    /** Starts over on another range. */
    public void reset(ByteBuf newBuffer, int newStart, int newEnd) {
        if (newStart < 0 || newEnd < newStart || newEnd > newBuffer.capacity()) {
            throw new IndexOutOfBoundsException("No such range in the buffer: start=" + newStart + " end=" + newEnd + " capacity="
                    + newBuffer.capacity());
        }
        buffer = newBuffer;
        start = newStart;
        index = newStart;
        end = newEnd;
        base = 0;
        baseDepth = 0;
        depth = 0;
        discarding = false;
    }

    /** Starts over on the bytes of a view. */
    public void reset(View view) {
        reset(view.buffer(), view.offset(), view.offset() + view.length());
    }

    /** {@return the generation whose type ids and names are in use} */
    public Generation generation() {
        return generation;
    }

    /** {@return what the peer may make us allocate} */
    public Limits limits() {
        return limits;
    }

    /** {@return the offset of the next byte, counted from the start of the outermost input} */
    public int position() {
        return base + index - start;
    }

    /** Goes to an offset that {@link #position()} returned before, at the outermost level of nesting. */
    public void seek(int position) {
        int target = start + position - base;
        if (target < start || target > end) {
            throw new IndexOutOfBoundsException("No byte " + position + " in an input of " + (end - start) + " bytes");
        }
        index = target;
        depth = baseDepth;
    }

    /** {@return how many bytes are left} */
    public int remaining() {
        return end - index;
    }

    /** Passes over so many bytes. */
    public void skip(int bytes) {
        take(bytes);
    }

    /** {@return one byte, 0 to 255} */
    public int readU8() {
        return buffer.getUnsignedByte(take(1));
    }

    /** {@return whether the next byte is not zero} */
    public boolean readBool() {
        return readU8() != 0;
    }

    /** {@return two bytes, signed} */
    public short readI16() {
        int at = take(2);
        return littleEndian ? buffer.getShortLE(at) : buffer.getShort(at);
    }

    /** {@return two bytes, 0 to 65535} */
    public int readU16() {
        return readI16() & 0xFFFF;
    }

    /** {@return four bytes, signed} */
    public int readI32() {
        int at = take(4);
        return littleEndian ? buffer.getIntLE(at) : buffer.getInt(at);
    }

    /** {@return the four bytes that {@link #readI32} would read next} */
    public int peekI32() {
        int value = readI32();
        index -= Integer.BYTES;
        return value;
    }

    /** {@return eight bytes, signed} */
    public long readI64() {
        int at = take(8);
        return littleEndian ? buffer.getLongLE(at) : buffer.getLong(at);
    }

    /** {@return an IEEE double} */
    public double readDouble() {
        return Double.longBitsToDouble(readI64());
    }

    /** {@return a QString, null for Qt's null string; unpaired surrogates survive} */
    public String readString() {
        int length = readLength("string");
        if (length == NULL_LENGTH) {
            return null;
        }
        if ((length & 1) != 0) {
            throw new WireException("A string of " + length + " bytes, not a whole number of UTF-16 units", position() - 4, CUT);
        }
        int at = take(length);
        int units = length >> 1;
        char[] target = units <= chars.length ? chars : new char[units];
        for (int i = 0; i < units; i++) {
            target[i] = (char) (littleEndian ? buffer.getShortLE(at + 2 * i) : buffer.getShort(at + 2 * i));
        }
        return new String(target, 0, units);
    }

    /** {@return a view of a QString's code units, empty for the null string} */
    public View readStringView() {
        int length = readLength("string");
        return readView(length == NULL_LENGTH ? 0 : length);
    }

    /** {@return a QByteArray, null for Qt's null array} */
    public byte[] readBytes() {
        int length = readLength("byte array");
        return length == NULL_LENGTH ? null : ByteBufUtil.getBytes(buffer, take(length), length, true);
    }

    /** {@return a C string or type name as text, its closing NUL removed if it is there; empty for a null one} */
    public String readCString() {
        int length = readLength("type name");
        if (length <= 0) {
            return "";
        }
        int at = take(length);
        int textLength = buffer.getByte(at + length - 1) == 0 ? length - 1 : length;
        return buffer.toString(at, textLength, StandardCharsets.UTF_8);
    }

    /**
     * Reads a byte array if, and only if, it is exactly that; else reads nothing.
     *
     * @return whether it was
     */
    public boolean readIfBytes(byte[] expected) {
        if (remaining() < 4 + expected.length) {
            return false;
        }
        int length = littleEndian ? buffer.getIntLE(index) : buffer.getInt(index);
        if (length != expected.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer.getByte(index + 4 + i) != expected[i]) {
                return false;
            }
        }
        index += 4 + length;
        return true;
    }

    /** {@return the next bytes, undecoded} */
    public View readView(int length) {
        return new View(buffer, take(length), length);
    }

    /**
     * Reads the count of a container.
     *
     * @param minElementBytes what one element takes at least; a count that cannot fit into the rest of the input is refused
     * @return 0 to {@link Limits#maxElements()}
     */
    public int readCount(int minElementBytes) {
        int at = position();
        int count = readI32();
        if (count < 0 || count > limits.maxElements()) {
            throw new WireException("A count of " + Integer.toUnsignedString(count) + " elements, more than the limit of "
                    + limits.maxElements(), at, "Raise the limit if the peer is right.");
        }
        if ((long) count * Math.max(1, minElementBytes) > remaining()) {
            throw new WireException("A count of " + count + " elements with only " + remaining() + " bytes left", at, CUT);
        }
        return count;
    }

    /** {@return an input over the byte array that follows, in big endian order as in QRO_, QSQ_ and QAS_; empty for a null array} */
    public WireInput readBlob() {
        int length = readLength("blob");
        return nested(length == NULL_LENGTH ? 0 : length);
    }

    private WireInput nested(int length) {
        int at = take(length);
        WireInput blob = new WireInput(generation, limits, false);
        blob.reset(buffer, at, at + length);
        blob.base = base + at - start;
        blob.baseDepth = depth;
        blob.depth = depth;
        blob.discarding = discarding;
        return blob;
    }

    /** Goes one level into a nested value. Each call needs a {@link #leave()}. */
    public void enter() {
        if (++depth > limits.maxDepth()) {
            throw new WireException("Values nested deeper than the limit of " + limits.maxDepth(), position(),
                    "Raise the limit if the peer is right.");
        }
    }

    /** Comes back from a nested value. */
    public void leave() {
        depth--;
    }

    /** @throws WireException if bytes are left, which would mean that reader and writer disagree */
    public void requireEnd() {
        if (index != end) {
            throw new WireException("" + remaining() + " bytes too many", position(), CUT);
        }
    }

    /** {@return whether values are only passed over, so that none may be refused for what it means} */
    public boolean discarding() {
        return discarding;
    }

    /** Says whether values are only passed over from now on. */
    public void discarding(boolean only) {
        discarding = only;
    }

    private int readLength(String what) {
        int at = position();
        int length = readI32();
        if (length < NULL_LENGTH || length > remaining()) {
            throw new WireException("A " + what + " of " + Integer.toUnsignedString(length) + " bytes with only " + remaining()
                    + " left", at, CUT);
        }
        return length;
    }

    private int take(int bytes) {
        int at = index;
        if (bytes < 0 || bytes > end - at) {
            throw new WireException("The data ends where " + bytes + " more bytes are needed", position(), CUT);
        }
        index = at + bytes;
        return at;
    }
}

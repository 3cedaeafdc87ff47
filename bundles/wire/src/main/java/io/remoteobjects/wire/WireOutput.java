package io.remoteobjects.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Writes QDataStream primitives and whole frames to a growing buffer, at its writer index: the twin of {@link WireInput}. Does not own
 * the buffer. Not thread safe.
 */
public final class WireOutput {

    private final Generation generation;
    private final boolean littleEndian;
    private ByteBuf buffer;
    private WireOutput bigEndian;

    /**
     * @param buffer what to append to
     * @param generation decides byte order and type ids
     */
    public WireOutput(ByteBuf buffer, Generation generation) {
        this(buffer, generation, generation.littleEndian());
    }

    private WireOutput(ByteBuf buffer, Generation generation, boolean littleEndian) {
        this.buffer = buffer;
        this.generation = generation;
        this.littleEndian = littleEndian;
    }

    /** {@return an output for a blob that is big endian whatever the generation, as those of QRO_ values} */
    public static WireOutput blob(ByteBuf buffer, Generation generation) {
        return new WireOutput(buffer, generation, false);
    }

    /** Goes on with another buffer. */
    public void reset(ByteBuf newBuffer) {
        buffer = newBuffer;
        if (bigEndian != null) {
            bigEndian.reset(newBuffer);
        }
    }

    /** {@return the generation whose type ids and names are in use} */
    public Generation generation() {
        return generation;
    }

    /** {@return the buffer written to} */
    public ByteBuf buffer() {
        return buffer;
    }

    /**
     * Writes one whole frame, or nothing: what was written is taken back when the body throws.
     *
     * @param packetId the packet's number
     * @param body writes what follows the number
     */
    public void frame(int packetId, Consumer<WireOutput> body) {
        int mark = beginFrame(packetId);
        boolean complete = false;
        try {
            body.accept(this);
            endFrame(mark);
            complete = true;
        } finally {
            if (!complete) {
                buffer.writerIndex(mark);
            }
        }
    }

    /** {@return the mark to {@linkplain #endFrame end} the frame with} */
    public int beginFrame(int packetId) {
        int mark = buffer.writerIndex();
        writeI32(0);
        writeI16(packetId);
        return mark;
    }

    /** Fills in the length of the frame that began at the mark. */
    public void endFrame(int mark) {
        patchLength(mark);
    }

    /**
     * Writes a byte array that is a big-endian stream of its own, as in QRO_, QSQ_ and QAS_.
     *
     * @param content writes the content to the output it is given
     */
    public void writeBlob(Consumer<WireOutput> content) {
        int mark = buffer.writerIndex();
        writeI32(0);
        content.accept(bigEndian());
        patchLength(mark);
    }

    private WireOutput bigEndian() {
        if (!littleEndian) {
            return this;
        }
        if (bigEndian == null) {
            bigEndian = new WireOutput(buffer, generation, false);
        }
        return bigEndian;
    }

    private void patchLength(int mark) {
        int length = buffer.writerIndex() - mark - 4;
        if (littleEndian) {
            buffer.setIntLE(mark, length);
        } else {
            buffer.setInt(mark, length);
        }
    }

    /** Writes the lowest byte. */
    public void writeU8(int value) {
        buffer.writeByte(value);
    }

    /** Writes 1 or 0. */
    public void writeBool(boolean value) {
        buffer.writeByte(value ? 1 : 0);
    }

    /** Writes the lowest two bytes. */
    public void writeI16(int value) {
        if (littleEndian) {
            buffer.writeShortLE(value);
        } else {
            buffer.writeShort(value);
        }
    }

    /** Writes four bytes. */
    public void writeI32(int value) {
        if (littleEndian) {
            buffer.writeIntLE(value);
        } else {
            buffer.writeInt(value);
        }
    }

    /** Writes eight bytes. */
    public void writeI64(long value) {
        if (littleEndian) {
            buffer.writeLongLE(value);
        } else {
            buffer.writeLong(value);
        }
    }

    /** Writes an IEEE double. */
    public void writeDouble(double value) {
        writeI64(Double.doubleToRawLongBits(value));
    }

    /** Writes a QString; null is Qt's null string. */
    public void writeString(String value) {
        if (value == null) {
            writeI32(-1);
            return;
        }
        int units = value.length();
        buffer.ensureWritable(4 + 2 * units);
        writeI32(2 * units);
        int at = buffer.writerIndex();
        for (int i = 0; i < units; i++) {
            if (littleEndian) {
                buffer.setShortLE(at + 2 * i, value.charAt(i));
            } else {
                buffer.setShort(at + 2 * i, value.charAt(i));
            }
        }
        buffer.writerIndex(at + 2 * units);
    }

    /** Writes a QByteArray; null is Qt's null array. */
    public void writeBytes(byte[] value) {
        if (value == null) {
            writeI32(-1);
        } else {
            writeI32(value.length);
            buffer.writeBytes(value);
        }
    }

    /** Writes text as a C string: its UTF-8 bytes and a closing NUL, which the length counts. */
    public void writeCString(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        writeI32(bytes.length + 1);
        buffer.writeBytes(bytes);
        buffer.writeByte(0);
    }

    /** Writes text as a QByteArray of its UTF-8 bytes; null is Qt's null array. */
    public void writeText(String value) {
        writeBytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes as they are. */
    public void writeRaw(byte[] bytes) {
        buffer.writeBytes(bytes);
    }

    /** Writes received bytes as they are. */
    public void writeRaw(View view) {
        buffer.writeBytes(view.buffer(), view.offset(), view.length());
    }
}

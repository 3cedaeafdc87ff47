package io.remoteobjects.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * Undecoded bytes inside a received frame. Valid only while that frame is dispatched: the buffer is reused afterwards, and a view does
 * not retain it.
 *
 * @param buffer what the frame lies in
 * @param offset absolute index of the first byte
 * @param length in bytes
 */
public record View(ByteBuf buffer, int offset, int length) {

    /** {@return whether another view shows the same bytes} */
    public boolean contentEquals(View other) {
        return length == other.length && ByteBufUtil.equals(buffer, offset, other.buffer, other.offset, length);
    }

    /** {@return a view of a copy of the bytes, which outlives the frame} */
    public View detached() {
        return new View(Unpooled.wrappedBuffer(copy()), 0, length);
    }

    /** {@return the bytes, copied, so that they may outlive the frame} */
    public byte[] copy() {
        return ByteBufUtil.getBytes(buffer, offset, length, true);
    }

    /** {@return the text, for a view of a QString's code units} */
    public String string(Generation generation) {
        return buffer.toString(offset, length, generation.charset());
    }

    /** {@return an input over these bytes, in the byte order of frames} */
    public WireInput input(Generation generation, Limits limits) {
        return new WireInput(buffer, offset, offset + length, generation, limits);
    }
}

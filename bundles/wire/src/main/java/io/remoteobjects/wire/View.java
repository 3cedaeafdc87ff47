package io.remoteobjects.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/**
 * Undecoded bytes inside a received frame. Valid only while that frame is dispatched: the buffer is reused afterwards, and a view does
 * not retain it.
 *
 * @param buffer what the frame lies in
 * @param offset absolute index of the first byte
 * @param length in bytes
 */
public record View(ByteBuf buffer, int offset, int length) {

    /** {@return whether the bytes are exactly those} */
    public boolean contentEquals(byte[] bytes) {
        if (bytes.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer.getByte(offset + i) != bytes[i]) {
                return false;
            }
        }
        return true;
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

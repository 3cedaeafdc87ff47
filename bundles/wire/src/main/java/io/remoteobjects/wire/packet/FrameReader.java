package io.remoteobjects.wire.packet;

import io.netty.buffer.ByteBuf;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireException;

/** Finds the frames in received bytes: a length word, then so many bytes that start with the packet's number. Stateless. */
public final class FrameReader {

    /** The bytes before what {@link #frameLength} counts. */
    public static final int LENGTH_BYTES = Integer.BYTES;

    /** What {@link #frameLength} returns when the frame is not complete yet. */
    public static final int INCOMPLETE = -1;

    private static final int MIN_LENGTH = Short.BYTES;

    private FrameReader() {
    }

    /**
     * Tells the generation of a host by its first frame, a handshake: the byte order that makes its length the smaller number.
     *
     * @param in bytes received, of which at least four are readable
     */
    public static Generation detect(ByteBuf in) {
        int index = in.readerIndex();
        boolean littleEndian = Integer.compareUnsigned(in.getIntLE(index), in.getInt(index)) < 0;
        return littleEndian ? Generation.QTRO_2_0 : Generation.QTRO_1_3;
    }

    /**
     * Looks at the frame at the reader index, which stays where it is. The frame's body, from the packet's number on, starts
     * {@value #LENGTH_BYTES} bytes behind it.
     *
     * @return the length of the body, or {@link #INCOMPLETE} until all of it is there
     * @throws WireException for a length that cannot be; nothing behind it on this connection can be read
     */
    public static int frameLength(ByteBuf in, Generation generation, Limits limits) {
        if (in.readableBytes() < LENGTH_BYTES) {
            return INCOMPLETE;
        }
        int index = in.readerIndex();
        int length = generation.littleEndian() ? in.getIntLE(index) : in.getInt(index);
        if (length < MIN_LENGTH || length > limits.maxFrameBytes()) {
            throw new WireException("A frame of " + Integer.toUnsignedString(length) + " bytes, not " + MIN_LENGTH + " to "
                    + limits.maxFrameBytes(), 0, "Close the connection; raise the limit if the peer is right, or check that it speaks "
                    + generation.protocol() + ".");
        }
        return in.readableBytes() - LENGTH_BYTES < length ? INCOMPLETE : length;
    }
}

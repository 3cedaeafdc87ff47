package io.remoteobjects.wire.packet;

import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireOutput;

/**
 * What many frames begin with, encoded once: the packet's number, the name of the object and what else does not change. Made by the
 * packets that are sent often. Immutable.
 */
public final class FramePrefix {

    private final byte[] bytes;

    private FramePrefix(byte[] bytes) {
        this.bytes = bytes;
    }

    static FramePrefix of(Generation generation, int packetId, Consumer<WireOutput> start) {
        ByteBuf buffer = Unpooled.buffer();
        WireOutput out = new WireOutput(buffer, generation);
        out.beginFrame(packetId);
        start.accept(out);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return new FramePrefix(bytes);
    }

    /** {@return the mark to {@linkplain WireOutput#endFrame end} the frame with} */
    int begin(WireOutput out) {
        int mark = out.buffer().writerIndex();
        out.writeRaw(bytes);
        return mark;
    }
}

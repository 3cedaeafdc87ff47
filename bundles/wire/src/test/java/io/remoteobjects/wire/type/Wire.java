package io.remoteobjects.wire.type;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.util.HexFormat;

/** Values to hex and back. */
final class Wire {

    private Wire() {
    }

    /** Blanks in the hex are ignored. */
    static WireInput in(Generation generation, String hex) {
        return in(generation, Limits.DEFAULT, hex);
    }

    static WireInput in(Generation generation, Limits limits, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return new WireInput(Unpooled.wrappedBuffer(bytes), 0, bytes.length, generation, limits);
    }

    static <T> String variant(Generation generation, QtType<T> type, T value) {
        ByteBuf buffer = Unpooled.buffer();
        type.writeVariant(new WireOutput(buffer, generation), value);
        return ByteBufUtil.hexDump(buffer);
    }

    static <T> T again(Generation generation, QtType<T> type, T value) {
        WireInput in = in(generation, variant(generation, type, value));
        T read = type.readVariant(in);
        in.requireEnd();
        return read;
    }
}

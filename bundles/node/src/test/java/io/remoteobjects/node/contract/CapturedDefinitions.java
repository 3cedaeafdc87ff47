package io.remoteobjects.node.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.packet.ClassDefinition;

/** What real Qt Sources told dynamic replicas of them. */
final class CapturedDefinitions {

    private static final int FRAME_HEADER = 6;

    private CapturedDefinitions() {
    }

    /** @param object {@code gps} or {@code alltypes} */
    static ClassDefinition of(String object, Generation generation) {
        String name = (generation == Generation.QTRO_2_0 ? "qt6-" : "qt5-") + object + " ";
        try (InputStream file = CapturedDefinitions.class.getResourceAsStream("init-dynamic.txt")) {
            String hex = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(each -> each.startsWith(name)).findFirst()
                    .orElseThrow().substring(name.length());
            ByteBuf frame = Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
            WireInput in = new WireInput(frame, FRAME_HEADER, frame.writerIndex(), generation, Limits.DEFAULT);
            in.readString();
            return ClassDefinition.read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

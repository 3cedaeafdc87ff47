package io.remoteobjects.wire.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.packet.Captures.Frame;
import io.remoteobjects.wire.packet.Captures.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    /** The same frames, however the stream of bytes is cut. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 4096, 1 << 20})
    void framesAreTheSameWhateverTheSplit(int piece) {
        for (String name : List.of("qt6-typed-gps", "qt5-dynamic-station", "pyqt6-dynamic-thermo")) {
            Session session = Captures.named(name);
            ByteBuf stream = Unpooled.buffer();
            session.frames().forEach(frame -> stream.writeBytes(frame.bytes()));
            List<String> frames = session.frames().stream().map(Frame::bytes).map(ByteBufUtil::hexDump).toList();
            assertEquals(frames, split(stream, piece, session.generation()));
        }
    }

    private static List<String> split(ByteBuf stream, int piece, Generation generation) {
        List<String> frames = new ArrayList<>();
        ByteBuf received = Unpooled.buffer();
        while (stream.isReadable()) {
            received.writeBytes(stream, Math.min(piece, stream.readableBytes()));
            int length = FrameReader.frameLength(received, generation, Limits.DEFAULT);
            while (length != FrameReader.INCOMPLETE) {
                frames.add(ByteBufUtil.hexDump(received, received.readerIndex(), FrameReader.LENGTH_BYTES + length));
                received.skipBytes(FrameReader.LENGTH_BYTES + length);
                length = FrameReader.frameLength(received, generation, Limits.DEFAULT);
            }
        }
        assertEquals(0, received.readableBytes());
        return frames;
    }

    @Test
    void generationShowsInTheFirstFourBytes() {
        assertEquals(Generation.QTRO_2_0, FrameReader.detect(Unpooled.wrappedBuffer(new byte[] {0x16, 0, 0, 0})));
        assertEquals(Generation.QTRO_1_3, FrameReader.detect(Unpooled.wrappedBuffer(new byte[] {0, 0, 0, 0x16})));
    }

    @Test
    void frameTooLongIsRefusedBeforeItArrives() {
        ByteBuf in = Unpooled.buffer().writeIntLE(1001);
        Limits limits = new Limits(1000, 10, 10);
        String message = assertThrows(WireException.class, () -> FrameReader.frameLength(in, Generation.QTRO_2_0, limits)).getMessage();
        assertTrue(message.contains("1001 bytes") && message.contains("2 to 1000"), message);
    }

    @Test
    void frameOfTheOtherGenerationIsRefused() {
        ByteBuf in = Unpooled.buffer().writeInt(22);
        assertThrows(WireException.class, () -> FrameReader.frameLength(in, Generation.QTRO_2_0, Limits.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, Integer.MIN_VALUE})
    void frameWithoutRoomForAPacketNumberIsRefused(int length) {
        ByteBuf in = Unpooled.buffer().writeIntLE(length);
        assertThrows(WireException.class, () -> FrameReader.frameLength(in, Generation.QTRO_2_0, Limits.DEFAULT));
    }

    @Test
    void readerIndexStays() {
        ByteBuf in = Unpooled.buffer().writeZero(3).writeIntLE(2).writeShortLE(10);
        in.skipBytes(3);
        assertEquals(2, FrameReader.frameLength(in, Generation.QTRO_2_0, Limits.DEFAULT));
        assertEquals(3, in.readerIndex());
    }
}

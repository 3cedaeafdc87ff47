package io.remoteobjects.wire.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.Captures.Frame;
import io.remoteobjects.wire.packet.Captures.Session;
import io.remoteobjects.wire.packet.Reencoder.Difference;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every frame that real Qt peers exchanged is decoded to the last byte, and its values are encoded to the same bytes again. */
class GoldenSessionsTest {

    private static final int FRAMES = 1280;

    @Test
    void everyFrameIsReadAndWrittenAgainFromItsViews() {
        int frames = 0;
        for (Session session : Captures.all()) {
            for (Frame frame : session.frames()) {
                ByteBuf buffer = Unpooled.buffer();
                read(session.generation(), frame).write(new WireOutput(buffer, session.generation()));
                assertArrayEquals(frame.bytes(), ByteBufUtil.getBytes(buffer), session.name() + " frame " + frame.number());
                frames++;
            }
        }
        assertEquals(FRAMES, frames);
    }

    @Test
    void everyFrameIsOfThePacketThatTheRecordingSays() {
        for (Session session : Captures.all()) {
            for (Frame frame : session.frames()) {
                assertEquals(frame.packet(), read(session.generation(), frame).getClass().getSimpleName(),
                        session.name() + " frame " + frame.number());
            }
        }
    }

    @Test
    void everyFrameIsEncodedAgainFromItsValues() {
        Map<Difference, Integer> differences = new EnumMap<>(Difference.class);
        for (Session session : Captures.all()) {
            Reencoder reencoder = new Reencoder(session.generation());
            for (Frame frame : session.frames()) {
                reencoder.reencode(read(session.generation(), frame), frame.bytes(), session.name() + " frame " + frame.number());
            }
            reencoder.differences().forEach((difference, count) -> differences.merge(difference, count, Integer::sum));
        }
        assertEquals(Map.of(Difference.NULL_FLAG, 6, Difference.INVALID_FLAG, 5, Difference.LOST_ENUM_FIELDS, 1,
                Difference.VARIANT_IN_VARIANT, 8), differences);
    }

    @Test
    void everyFrameCanBePrinted() {
        for (Session session : Captures.all()) {
            PacketPrinter printer = new PacketPrinter(new Reencoder(session.generation()).types(), session.generation(), Limits.DEFAULT);
            for (Frame frame : session.frames()) {
                String line = printer.print(read(session.generation(), frame));
                assertFalse(line.contains("undecoded"), () -> session.name() + " frame " + frame.number() + ": " + line);
            }
        }
    }

    static Packet read(Generation generation, Frame frame) {
        ByteBuf in = Unpooled.wrappedBuffer(frame.bytes());
        int length = FrameReader.frameLength(in, generation, Limits.DEFAULT);
        assertEquals(frame.bytes().length - FrameReader.LENGTH_BYTES, length);
        return Packets.read(new WireInput(in, FrameReader.LENGTH_BYTES, frame.bytes().length, generation, Limits.DEFAULT));
    }
}

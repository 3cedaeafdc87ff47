package io.remoteobjects.wire.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.Captures.Frame;
import io.remoteobjects.wire.packet.Captures.Session;
import io.remoteobjects.wire.type.PodType;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.QtTypes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PacketsTest {

    private record GeoPoint(double latitude, double longitude, float altitude) {
    }

    private static final PodType<GeoPoint> GEO_POINT = PodType.of("GeoPoint",
            List.of(new PodType.Field("latitude", QtTypes.DOUBLE), new PodType.Field("longitude", QtTypes.DOUBLE),
                    new PodType.Field("altitude", QtTypes.FLOAT)),
            new PodType.Binder<>() {
                @Override
                public GeoPoint create(Object[] values) {
                    return new GeoPoint((Double) values[0], (Double) values[1], (Float) values[2]);
                }

                @Override
                public Object get(GeoPoint point, int field) {
                    return List.<Object>of(point.latitude, point.longitude, point.altitude).get(field);
                }
            });

    @Test
    void everyPacketHasACodecWithItsNumber() {
        Set<Class<?>> coded = Packets.CODECS.stream().map(Packets.Codec::type).collect(Collectors.toSet());
        assertEquals(Stream.of(Packet.class.getPermittedSubclasses()).collect(Collectors.toSet()), coded);
        for (int i = 0; i < Packets.CODECS.size(); i++) {
            assertEquals(i + 1, Packets.CODECS.get(i).id());
        }
    }

    @Test
    void signalIsReadByTheTypesOfItsInterface() {
        InvokePacket fix = invoke("qt6-typed-gps", "0016");
        Object[] arguments = Values.readArguments(fix.arguments().input(Generation.QTRO_2_0, Limits.DEFAULT),
                List.of(GEO_POINT, QtTypes.INT));
        assertArrayEquals(new Object[] {new GeoPoint(1.5, 2.5, 3.5f), 3}, arguments);
        assertEquals("gps", fix.name().string(Generation.QTRO_2_0));
        assertArrayEquals(Generation.QTRO_2_0.encode("gps"), fix.name().copy());
        assertEquals(7, fix.index());
        assertEquals(InvokePacket.NONE, fix.propertyIndex());
    }

    @Test
    void surplusArgumentsOfQtAreDropped() {
        InvokePacket lost = invoke("qt6-typed-gps", "0017");
        assertEquals(0, Values.readArguments(lost.arguments().input(Generation.QTRO_2_0, Limits.DEFAULT), List.of()).length);
    }

    @Test
    void tooFewArgumentsAreRefused() {
        InvokePacket lost = invoke("qt6-typed-gps", "0017");
        List<QtType<?>> types = List.of(GEO_POINT, QtTypes.INT);
        WireInput in = lost.arguments().input(Generation.QTRO_2_0, Limits.DEFAULT);
        assertTrue(assertThrows(WireException.class, () -> Values.readArguments(in, types)).getMessage().contains("Only 1 arguments"));
    }

    @Test
    void failedWriteLeavesNothingBehind() {
        ByteBuf buffer = Unpooled.buffer();
        WireOutput out = new WireOutput(buffer, Generation.QTRO_2_0);
        Ping.write(out, "gps");
        int complete = buffer.readableBytes();
        assertThrows(ClassCastException.class, () -> PropertyChangePacket.write(out, "gps", 0, QtTypes.INT, "no int"));
        assertThrows(IllegalArgumentException.class, () -> PropertyChangePacket.write(out, "gps", 0, QtTypes.INT, null));
        assertEquals(complete, buffer.readableBytes());
    }

    @Test
    void handshakeIsThatOfTheGeneration() {
        for (String session : List.of("qt5-typed-gps", "qt6-typed-gps")) {
            Session recorded = Captures.named(session);
            ByteBuf buffer = Unpooled.buffer();
            Handshake.announce(new WireOutput(buffer, recorded.generation()));
            assertEquals(Unpooled.wrappedBuffer(recorded.frames().get(0).bytes()), buffer);
        }
    }

    private static InvokePacket invoke(String sessionName, String number) {
        Session session = Captures.named(sessionName);
        Frame frame = session.frames().stream().filter(candidate -> candidate.number().equals(number)).findFirst().orElseThrow();
        return (InvokePacket) GoldenSessionsTest.read(session.generation(), frame);
    }
}

package io.remoteobjects.node.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.dialect.Dialect;
import io.remoteobjects.node.dialect.PlainValues;
import io.remoteobjects.node.gps.Fix;
import io.remoteobjects.node.gps.Gps;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.AddObject;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.packet.Ping;
import io.remoteobjects.wire.packet.PropertyChangePacket;
import io.remoteobjects.wire.type.QtType;

/** What the log of the wire says, and when. */
class WireLogTest {

    private static final Generation GENERATION = Generation.QTRO_2_0;
    private static final Contract GPS = Contract.of(Gps.class);

    private final ByteBuf frames = Unpooled.buffer();
    private final WireOutput out = new WireOutput(frames, GENERATION);
    private final List<String> lines = new ArrayList<>();

    @Test
    void debugTellsEachPacketOfABatch() {
        AddObject.write(out, "gps", true);
        Ping.write(out, "gps");

        wireLog("debug").sent(frames, GENERATION);

        assertEquals(List.of("debug to peer: AddObject gps dynamic", "debug to peer: Ping gps"), lines);
        assertEquals(0, frames.readerIndex());
    }

    @Test
    void traceTellsTheBytesAsWell() {
        Ping.write(out, "");

        wireLog("debug", "trace").received(frames, 4, frames.writerIndex(), GENERATION);

        assertEquals(List.of("debug from peer: Ping ", "trace from peer: 10 bytes 060000000a0000000000"), lines);
    }

    @Test
    void valuesOfPodsAreDecodedByTheTypesOfTheirObject() {
        int fix = GPS.properties().stream().filter(each -> each.name().equals("fix")).findFirst().orElseThrow().index();
        QtType<?> type = GPS.properties().get(fix).type();
        PropertyChangePacket.write(out, "gps", fix, type, new Fix(54.18, 7.91, 2.5, 8, Instant.EPOCH));

        wireLog("debug").sent(frames, GENERATION);

        assertEquals(1, lines.size());
        assertTrue(lines.get(0).startsWith("debug to peer: PropertyChangePacket gps index=" + fix), lines.get(0));
        assertTrue(lines.get(0).contains("(Fix {latitude=54.18, longitude=7.91, altitude=2.5, satellites=8, time="), lines.get(0));
    }

    @Test
    void whatOnlyThisProductKnowsIsDecodedToo() {
        InvokePacket.call(out, "gps", 1, 5, List.of(PlainValues.TYPE), new PlainValues(7, new byte[] {1, 2}));

        wireLog("debug").sent(frames, GENERATION);

        assertTrue(lines.get(0).contains("(io.remoteobjects.Values {method=7, bytes=0x0102})"), lines.get(0));
    }

    @Test
    void framesThatMakeNoSenseAreToldAsSuch() {
        frames.writeBytes(new byte[] {4, 0, 0, 0, 99, 0, 1, 2});

        wireLog("debug").received(frames, 4, 8, GENERATION);

        assertTrue(lines.get(0).startsWith("debug from peer: a frame that makes no sense: "), lines.get(0));
    }

    @Test
    void isOffUnlessDebugIsOn() {
        assertFalse(wireLog("info").isOn());
        assertTrue(wireLog("debug").isOn());
    }

    private WireLog wireLog(String... levels) {
        return new WireLog(logger(List.of(levels)), "peer", Limits.DEFAULT,
                object -> GPS.definition(GENERATION).types(Dialect.TYPES));
    }

    /** Keeps what is logged, each line with its level. */
    private Logger logger(List<String> levels) {
        return (Logger) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("is")) {
                return levels.contains(name.substring(2).replace("Enabled", "").toLowerCase());
            }
            Object[] values = arguments.length == 2 && arguments[1] instanceof Object[] many ? many
                    : Arrays.copyOfRange(arguments, 1, arguments.length);
            lines.add(name + " " + MessageFormatter.arrayFormat((String) arguments[0], values).getMessage());
            return null;
        });
    }
}

package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.remoteobjects.Replica;
import io.remoteobjects.Replica.State;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Board;
import io.remoteobjects.node.harness.DemoBoard;
import io.remoteobjects.node.harness.LogLines;
import io.remoteobjects.node.harness.RawPeer;
import io.remoteobjects.node.harness.Seen;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.AddObject;
import io.remoteobjects.wire.packet.Handshake;
import io.remoteobjects.wire.packet.InitPacket;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.packet.InvokeReplyPacket;
import io.remoteobjects.wire.packet.ObjectList;
import io.remoteobjects.wire.packet.Ping;
import io.remoteobjects.wire.packet.Pong;
import io.remoteobjects.wire.packet.PropertyChangePacket;
import io.remoteobjects.wire.packet.RemoveObject;
import io.remoteobjects.wire.type.QtTypes;

/** What a host does with what no node should send. */
@Timeout(180)
class HostInputTest {

    /** The slots of {@link Board}: the push of its property, then {@code add} and {@code later}. */
    private static final int PUSH_BLOB = 0;
    private static final int ADD = 1;

    private final DemoBoard source = new DemoBoard();
    private final Seen<State> bystander = new Seen<>();
    private LogLines log;
    private Node host;
    private Node node;
    private Board board;
    private RawPeer peer;

    @BeforeEach
    void start() throws Exception {
        log = new LogLines();
        host = Node.create().listen("tcp://127.0.0.1:0").start();
        host.enableRemoting("board", source);
        node = Node.create().connect(host.addresses().get(0)).start();
        board = node.acquire(Board.class, "board");
        Replica.of(board).whenValid().timeout(20_000).getValue();
        Replica.of(board).onStateChange(bystander);
        peer = RawPeer.connect(host.addresses().get(0));
        peer.expect(ObjectList.class);
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
        node.close();
        host.close();
        log.close();
    }

    private void expectBystanderUndisturbed() {
        source.first().set(source.first().get() + 1);
        Await.until("the value at the bystander", () -> board.first().get().equals(source.first().get()));
        assertEquals(List.of(), bystander.all(), "the bystander's link was lost");
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of("a frame too short for a packet id", hex("01000000 04"), "A frame of 1 bytes"),
                Arguments.of("a frame of no bytes", hex("00000000"), "A frame of 0 bytes"),
                Arguments.of("a frame larger than the limit", hex("ffffff7f 0400"), "A frame of 2147483647 bytes"),
                Arguments.of("a negative length", hex("ffffffff 0400"), "A frame of 4294967295 bytes"),
                Arguments.of("an unknown packet", hex("06000000 6300 00000000"), "unknown packet, number 99"),
                Arguments.of("the frames of the other generation", RawPeer.encode(Generation.QTRO_1_3,
                        out -> AddObject.write(out, "board", false)), "A frame of"),
                Arguments.of("a text that is longer than the frame", hex("07000000 0400 ffff0000 00"), "at byte"),
                Arguments.of("a frame that goes on after its packet", hex("09000000 0a00 02000000 6200 ff"), "at byte"),
                Arguments.of("a handshake", bytes(Handshake::announce), "which only a host sends"),
                Arguments.of("a list of objects", bytes(out -> DemoBoard.entry("board").write(out)), "which only a host sends"),
                Arguments.of("values", bytes(out -> DemoBoard.init(out, "board")), "which only a host sends"),
                Arguments.of("a pong", bytes(out -> Pong.write(out, "board")), "which only a host sends"),
                Arguments.of("a change", bytes(out -> PropertyChangePacket.write(out, "board", 1, QtTypes.INT, 5)),
                        "which only a host sends"));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static byte[] bytes(Consumer<WireOutput> frames) {
        return RawPeer.encode(Generation.QTRO_2_0, frames);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void nonsenseEndsThatConnectionAndSaysWhy(String what, byte[] bytes, String reason) throws Exception {
        peer.send(out -> AddObject.write(out, "board", false)).expect(InitPacket.class);
        peer.send(bytes);
        peer.expectClosed();
        String line = log.await("Cannot read from tcp://127.0.0.1:", reason);
        assertTrue(line.contains("no other is affected"), line);
        expectBystanderUndisturbed();
        Await.until("the session to end", () -> subscribers() == 1);
    }

    private int subscribers() {
        return host.sources().stream().filter(each -> each.name().equals("board")).findFirst().orElseThrow().subscribers();
    }

    @Test
    void placeOfAnErrorIsCountedFromTheStartOfItsFrame() throws Exception {
        byte[] ping = bytes(out -> Ping.write(out, "board"));
        for (int i = 0; i < 100; i++) {
            peer.send(ping);
        }
        peer.send(hex("07000000 0400 ffff0000 00"));
        peer.expectClosed();
        String line = log.await("Cannot read from");
        assertTrue(line.matches(".* at byte [0-9]\\..*"), line);
    }

    @Test
    void frameInPiecesIsReadAndOneCutShortEndsInPeace() throws Exception {
        for (byte each : bytes(out -> AddObject.write(out, "board", false))) {
            peer.send(new byte[] {each});
        }
        peer.expect(InitPacket.class);
        peer.send(hex("0d000000 0400 0600"));
        peer.close();
        Await.until("the session to end", () -> subscribers() == 1);
        expectBystanderUndisturbed();
    }

    @Test
    void callsThatMakeNoSenseAreRefusedAndTheConnectionIsKept() throws Exception {
        peer.send(out -> AddObject.write(out, "nothing", false));
        peer.send(out -> RemoveObject.write(out, "nothing"));
        peer.send(out -> RemoveObject.write(out, "board"));
        peer.send(out -> InvokePacket.call(out, "nothing", 0, 1, List.of()));
        peer.send(out -> InvokePacket.call(out, "board", 99, 1, List.of()));
        peer.send(out -> InvokePacket.call(out, "board", -1, 1, List.of()));
        peer.send(out -> InvokePacket.writeProperty(out, "board", 99, QtTypes.INT, 5));
        peer.send(out -> InvokePacket.writeProperty(out, "board", -1, QtTypes.INT, 5));
        peer.send(out -> InvokePacket.writeProperty(out, "board", 1, QtTypes.INT, 5));
        peer.send(out -> InvokePacket.writeProperty(out, "board", 0, QtTypes.INT, 5));
        peer.send(out -> Ping.write(out, "nothing"));
        assertInstanceOf(Pong.class, peer.read(), "nothing of this is answered");
        assertEquals(0, source.first().get(), "a read-only property was written");

        peer.send(out -> InvokePacket.call(out, "board", ADD, 7, List.of()));
        expectRefused(7);
        peer.send(out -> InvokePacket.call(out, "board", ADD, 8, List.of(QtTypes.QSTRING), "five"));
        expectRefused(8);
        peer.send(out -> InvokePacket.call(out, "board", PUSH_BLOB, 9, List.of()));
        expectRefused(9);
        peer.send(out -> InvokePacket.call(out, "board", ADD, -1, List.of()));
        peer.send(unknownTypeAsArgument());
        expectRefused(10);
        peer.send(out -> InvokePacket.call(out, "board", ADD, 11, List.of(QtTypes.INT, QtTypes.QSTRING), 5, "surplus"));
        InvokeReplyPacket reply = peer.expect(InvokeReplyPacket.class);
        assertEquals(11, reply.serialId());
        assertEquals(5, QtTypes.INT.readVariant(peer.input(reply.value())), "a surplus argument is dropped, as in Qt");
        assertEquals(5, source.first().get());
        log.await("WARN", "tcp://127.0.0.1:", "calls slot 99 of board, which has 3");
        log.await("WARN", "writes property first of board, which is read-only");
        log.await("WARN", "board.add, called by tcp://127.0.0.1:", "failed");
        expectBystanderUndisturbed();
    }

    private void expectRefused(int serialId) throws IOException {
        InvokeReplyPacket reply = peer.expect(InvokeReplyPacket.class);
        assertEquals(serialId, reply.serialId());
        assertEquals(0, peer.input(reply.value()).readI32(), "an invalid QVariant");
    }

    private static byte[] unknownTypeAsArgument() {
        return bytes(out -> {
            int mark = out.beginFrame(6);
            out.writeString("board");
            out.writeI32(InvokePacket.CALL);
            out.writeI32(ADD);
            out.writeI32(1);
            out.writeI32(65536);
            out.writeBool(false);
            out.writeCString("Riddle");
            out.writeI64(42);
            out.writeI32(10);
            out.writeI32(-1);
            out.endFrame(mark);
        });
    }

    @Test
    void objectAskedForTwiceIsSentOnce() throws Exception {
        peer.send(out -> AddObject.write(out, "board", false)).expect(InitPacket.class);
        peer.send(out -> AddObject.write(out, "board", false)).expect(InitPacket.class);
        source.first().set(5);
        source.tick().emit(6);
        assertInstanceOf(PropertyChangePacket.class, peer.read());
        assertInstanceOf(InvokePacket.class, peer.read(), "the notification");
        InvokePacket tick = assertInstanceOf(InvokePacket.class, peer.read());
        assertEquals(-1, tick.propertyIndex());
        peer.send(out -> Ping.write(out, ""));
        assertInstanceOf(Pong.class, peer.read());
        peer.send(out -> RemoveObject.write(out, "board"));
        peer.send(out -> Ping.write(out, ""));
        assertInstanceOf(Pong.class, peer.read());
        source.first().set(7);
        peer.send(out -> Ping.write(out, ""));
        assertInstanceOf(Pong.class, peer.read(), "nothing comes after a removal");
    }

    @Test
    void garbageEndsThatConnection() throws Exception {
        Random random = new Random(2);
        for (int i = 0; i < 50; i++) {
            try (RawPeer noisy = RawPeer.connect(host.addresses().get(0))) {
                noisy.expect(ObjectList.class);
                byte[] garbage = new byte[1 + random.nextInt(2_000)];
                random.nextBytes(garbage);
                noisy.send(garbage);
            }
        }
        Await.until("the sessions to end", () -> subscribers() == 1);
        expectBystanderUndisturbed();
        assertTrue(log.all().stream().noneMatch(line -> line.contains("error of ours")), "an exception escaped");
    }
}

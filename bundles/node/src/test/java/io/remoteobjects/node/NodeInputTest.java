package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.util.promise.Promise;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.RemoteFailure;
import io.remoteobjects.Replica;
import io.remoteobjects.Replica.State;
import io.remoteobjects.node.contract.Contract;
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

/** What a node does with what no host should send. */
@Timeout(180)
class NodeInputTest {

    /** The signal of {@link Board} that is no property's. */
    private static final int TICK = 3;

    private final DemoBoard source = new DemoBoard();
    private final Seen<State> bystander = new Seen<>();
    private LogLines log;
    private RawPeer.Listener listener;
    private Node host;
    private Node node;
    private Board other;
    private Board board;

    @BeforeEach
    void start() throws Exception {
        log = new LogLines();
        listener = new RawPeer.Listener("tcp://127.0.0.1:0");
        host = Node.create().listen("tcp://127.0.0.1:0").start();
        host.enableRemoting("other", source);
        node = Node.create().connect(host.addresses().get(0)).reconnect(Duration.ofMillis(10), Duration.ofMillis(10)).start();
        other = node.acquire(Board.class, "other");
        Replica.of(other).whenValid().timeout(20_000).getValue();
        Replica.of(other).onStateChange(bystander);
        node.connect(listener.url());
        board = node.acquire(Board.class, "board");
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
        host.close();
        listener.close();
        log.close();
    }

    private void expectBystanderUndisturbed() {
        source.first().set(source.first().get() + 1);
        Await.until("the value at the bystander", () -> other.first().get().equals(source.first().get()));
        assertEquals(List.of(), bystander.all(), "the bystander's link was lost");
    }

    /** As a host behaves. */
    private RawPeer serve() throws Exception {
        RawPeer peer = listener.accept();
        peer.send(Handshake::announce).send(DemoBoard.entry("board")::write);
        peer.expect(AddObject.class);
        peer.send(out -> DemoBoard.init(out, "board"));
        Replica.of(board).whenValid().timeout(20_000).getValue();
        return peer;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static byte[] bytes(Consumer<WireOutput> frames) {
        return RawPeer.encode(Generation.QTRO_2_0, frames);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of("a frame larger than the limit", hex("ffffff7f 0400"), "A frame of 2147483647 bytes"),
                Arguments.of("an unknown packet", hex("06000000 6300 00000000"), "unknown packet, number 99"),
                Arguments.of("a text that is longer than the frame", hex("07000000 0500 ffff0000 00"), "at byte"),
                Arguments.of("a frame that goes on after its packet", hex("09000000 0b00 02000000 6200 ff"), "at byte"),
                Arguments.of("more objects than the frame can hold", hex("06000000 0900 ffffff7f"), "at byte"),
                Arguments.of("a request for an object", bytes(out -> AddObject.write(out, "board", false)), "which only a node sends"),
                Arguments.of("a ping", bytes(out -> Ping.write(out, "board")), "which only a node sends"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void nonsenseEndsThatConnectionAndTheHostIsTriedAgain(String what, byte[] bytes, String reason) throws Exception {
        try (RawPeer peer = serve()) {
            peer.send(bytes);
            peer.expectClosed();
        }
        log.await("Cannot read from " + listener.url(), reason);
        try (RawPeer again = serve()) {
            expectBystanderUndisturbed();
        }
    }

    @Test
    void hostThatSaysNothingIsGivenUpAfterAWhile() throws Exception {
        // A host of the other byte order that we misread is one that says nothing: its length is 0x16000000.
        try (RawPeer.Listener mute = new RawPeer.Listener("tcp://127.0.0.1:0");
                Node hasty = Node.create().connect(mute.url()).reconnect(Duration.ofMillis(10), Duration.ofMillis(10))
                        .connectTimeout(Duration.ofMillis(500)).start()) {
            for (int attempt = 0; attempt < 2; attempt++) {
                try (RawPeer silent = mute.accept()) {
                    silent.expectClosed();
                }
            }
            log.await("WARN", mute.url() + " accepted the connection but sent no handshake within 500 ms");
        }
        expectBystanderUndisturbed();
    }

    @Test
    void firstFrameMustBeAHandshake() throws Exception {
        try (RawPeer peer = listener.accept()) {
            peer.send(DemoBoard.entry("board")::write);
            peer.expectClosed();
        }
        log.await("Cannot read from " + listener.url(), "The first frame is a ObjectList, not a handshake");
        try (RawPeer again = serve()) {
            expectBystanderUndisturbed();
        }
    }

    @Test
    void hostOfAnotherProtocolIsTakenOnceItIsUpdated() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (RawPeer peer = listener.accept()) {
                peer.send(out -> new Handshake("QtRO 3.0").write(out));
                peer.expectClosed();
            }
        }
        log.await("ERROR", "No connection to " + listener.url(), "it speaks \"QtRO 3.0\"", "Update one of the two");
        assertEquals(1, log.all().stream().filter(line -> line.contains("speaks")).count(), "said more than once");
        Await.until("the reason", node::unreachedHosts, hosts -> hosts.getOrDefault(listener.url(), "").contains("it speaks \"QtRO 3.0\""));
        assertEquals(State.DEFAULT, Replica.of(board).state());
        expectBystanderUndisturbed();
        try (RawPeer updated = serve()) {
            expectBystanderUndisturbed();
            assertEquals(Map.of(), node.unreachedHosts());
        }
    }

    @Test
    void hostOfTheOlderGenerationIsUnderstood() throws Exception {
        try (RawPeer peer = listener.accept(Generation.QTRO_1_3)) {
            peer.send(Handshake::announce);
            peer.send(out -> new ObjectList(List.of(new ObjectList.Entry(
                    "board", "Board", Contract.of(Board.class).signature(Generation.QTRO_1_3)
                            .getBytes(StandardCharsets.US_ASCII)))).write(out));
            peer.expect(AddObject.class);
            peer.send(out -> DemoBoard.init(out, "board"));
            Replica.of(board).whenValid().timeout(20_000).getValue();
            peer.send(out -> PropertyChangePacket.write(out, "board", 1, QtTypes.INT, 5));
            Await.until("the value", () -> board.first().get() == 5);
        }
    }

    static Stream<Arguments> unfitValues() {
        return Stream.of(
                Arguments.of("too many", bytes(out -> InitPacket.write(out, "board", 4, values -> {
                    QtTypes.QBYTEARRAY.writeVariant(values, new byte[0]);
                    QtTypes.INT.writeVariant(values, 1);
                    QtTypes.INT.writeVariant(values, 2);
                    QtTypes.INT.writeVariant(values, 3);
                })), "4 values for 3 properties"),
                Arguments.of("another type", bytes(out -> InitPacket.write(out, "board", 3, values -> {
                    QtTypes.QBYTEARRAY.writeVariant(values, new byte[0]);
                    QtTypes.QSTRING.writeVariant(values, "1");
                    QtTypes.INT.writeVariant(values, 2);
                })), "Expected int"),
                Arguments.of("fewer than said", bytes(out -> InitPacket.write(out, "board", 3, values -> {
                    QtTypes.QBYTEARRAY.writeVariant(values, new byte[0]);
                    QtTypes.QBYTEARRAY.writeVariant(values, new byte[0]);
                })), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfitValues")
    void valuesThatDoNotFitAreAMismatchThatSaysWhy(String what, byte[] init, String reason) throws Exception {
        try (RawPeer peer = listener.accept()) {
            peer.send(Handshake::announce).send(DemoBoard.entry("board")::write);
            peer.expect(AddObject.class);
            peer.send(init);
            Await.until("the mismatch", () -> Replica.of(board).state() == State.SIGNATURE_MISMATCH);
            log.await("ERROR", "Cannot take the values of board from " + listener.url(), reason);
            // what follows means nothing, and disturbs nothing
            peer.send(out -> PropertyChangePacket.write(out, "board", 1, QtTypes.INT, 5));
            peer.send(out -> InvokePacket.signal(out, "board", TICK, -1, List.of(QtTypes.INT), 5));
            peer.send(out -> RemoveObject.write(out, "board"));
            peer.send(DemoBoard.entry("board")::write);
            peer.expect(AddObject.class);
            peer.send(out -> DemoBoard.init(out, "board"));
            Replica.of(board).whenValid().timeout(20_000).getValue();
            expectBystanderUndisturbed();
        }
    }

    @Test
    void fewerValuesLeaveTheRestAsItWas() throws Exception {
        try (RawPeer peer = listener.accept()) {
            peer.send(Handshake::announce).send(DemoBoard.entry("board")::write);
            peer.expect(AddObject.class);
            peer.send(out -> InitPacket.write(out, "board", 2, values -> {
                QtTypes.QBYTEARRAY.writeVariant(values, new byte[0]);
                QtTypes.INT.writeVariant(values, 7);
            }));
            Replica.of(board).whenValid().timeout(20_000).getValue();
            assertEquals(7, board.first().get());
            assertEquals(0, board.second().get());
        }
    }

    @Test
    void changesSignalsAndRepliesThatMakeNoSenseAreDroppedOneByOne() throws Exception {
        try (RawPeer peer = serve()) {
            Seen<Integer> seen = new Seen<>();
            board.first().onChange(seen);
            board.tick().connect(seen);
            peer.send(out -> PropertyChangePacket.write(out, "board", 99, QtTypes.INT, 1));
            peer.send(out -> PropertyChangePacket.write(out, "board", -1, QtTypes.INT, 1));
            peer.send(out -> PropertyChangePacket.write(out, "nothing", 1, QtTypes.INT, 1));
            peer.send(out -> PropertyChangePacket.write(out, "board", 1, QtTypes.QSTRING, "one"));
            peer.send(unknownTypeAsValue());
            peer.send(out -> InvokePacket.signal(out, "board", 99, -1, List.of(QtTypes.INT), 1));
            peer.send(out -> InvokePacket.signal(out, "board", -1, -1, List.of(QtTypes.INT), 1));
            peer.send(out -> InvokePacket.signal(out, "board", TICK, -1, List.of()));
            peer.send(out -> InvokePacket.signal(out, "board", TICK, -1, List.of(QtTypes.QSTRING), "one"));
            peer.send(out -> InvokeReplyPacket.write(out, "board", 99, QtTypes.INT, 1));
            peer.send(out -> InvokeReplyPacket.write(out, "nothing", 1, QtTypes.INT, 1));
            peer.send(out -> RemoveObject.write(out, "nothing"));
            peer.send(out -> Pong.write(out, "nothing"));
            peer.send(out -> InvokePacket.signal(out, "board", TICK, -1, List.of(QtTypes.INT, QtTypes.INT), 2, 3));
            peer.send(out -> PropertyChangePacket.write(out, "board", 1, QtTypes.INT, 4));
            seen.await(4);
            assertEquals(List.of(2, 4), seen.all());
            log.await("ERROR", "Property first of board keeps its value");
            log.await("ERROR", "Signal tick of board is not told");

            Promise<Integer> unfit = board.later(1);
            int serialId = peer.expect(InvokePacket.class).serialId();
            peer.send(out -> InvokeReplyPacket.write(out, "board", serialId, QtTypes.QSTRING, "one"));
            assertTrue(unfit.timeout(20_000).getFailure() instanceof RemoteFailure);
            expectBystanderUndisturbed();
        }
    }

    private static byte[] unknownTypeAsValue() {
        return bytes(out -> {
            int mark = out.beginFrame(8);
            out.writeString("board");
            out.writeI32(1);
            out.writeI32(65536);
            out.writeBool(false);
            out.writeCString("Riddle");
            out.writeI64(42);
            out.endFrame(mark);
        });
    }

    @Test
    void dynamicReplicaKeepsItsValueWhenATypeNobodyKnowsComes() throws Exception {
        try (RawPeer peer = serve(); NamedReplica named = node.acquireDynamic("board", null)) {
            DynamicReplica dynamic = named.replica();
            dynamic.whenValid().timeout(20_000).getValue();
            peer.send(out -> PropertyChangePacket.write(out, "board", 1, QtTypes.INT, 4));
            peer.send(unknownTypeAsValue());
            peer.send(out -> PropertyChangePacket.write(out, "board", 2, QtTypes.INT, 5));
            Await.until("the value", () -> dynamic.get("second"), Integer.valueOf(5)::equals);
            assertEquals(4, dynamic.get("first"));
        }
    }
}

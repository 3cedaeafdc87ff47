package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.util.promise.Promise;

import io.remoteobjects.LinkException;
import io.remoteobjects.Replica;
import io.remoteobjects.Replica.State;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Board;
import io.remoteobjects.node.harness.DemoBoard;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.RawPeer;
import io.remoteobjects.node.harness.Seen;
import io.remoteobjects.wire.packet.AddObject;
import io.remoteobjects.wire.packet.Handshake;
import io.remoteobjects.wire.packet.InitPacket;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.packet.ObjectList;
import io.remoteobjects.wire.packet.PropertyChangePacket;
import io.remoteobjects.wire.type.QtTypes;

/** What every transport must do for the objects on it; one subclass each. */
@Timeout(180)
abstract class TransportContractTest {

    private static final int LARGE = 20 << 20;

    private final DemoBoard source = new DemoBoard();
    private Node host;
    private Node node;

    /** The name of the transport in {@link LocalNames#of}. */
    abstract String transport();

    private String anyAddress() {
        return LocalNames.of(transport());
    }

    @BeforeEach
    void start() throws IOException {
        host = Node.create().listen(anyAddress()).start();
        host.enableRemoting("board", source);
        node = Node.create().connect(url()).reconnect(Duration.ofMillis(20), Duration.ofMillis(160)).start();
    }

    @AfterEach
    void stop() {
        node.close();
        host.close();
    }

    private String url() {
        return host.addresses().get(0);
    }

    private Board acquire(Node by) throws Exception {
        Board board = by.acquire(Board.class, "board");
        Replica.of(board).whenValid().timeout(20_000).getValue();
        return board;
    }

    @Test
    void replicaGetsTheStateAndItsChangesAndCalls() throws Exception {
        source.first().set(3);
        Board board = acquire(node);
        assertEquals(3, board.first().get());
        assertEquals(8, board.add(5));
        assertEquals(8, board.first().get(), "what a slot changed arrives before its reply");
    }

    @Test
    void lateReplicaGetsTheCurrentState() throws Exception {
        Board early = acquire(node);
        for (int i = 1; i <= 100; i++) {
            source.first().set(i);
        }
        try (Node other = Node.create().connect(url()).start()) {
            assertEquals(100, acquire(other).first().get());
        }
        Await.until("the last value", () -> early.first().get() == 100);
    }

    @Test
    void burstArrivesWholeAndInOrder() throws Exception {
        Board board = acquire(node);
        Seen<Integer> seen = new Seen<>();
        board.first().onChange(seen);
        board.tick().connect(seen);
        List<Integer> sent = new ArrayList<>();
        for (int i = 1; i <= 20_000; i++) {
            if (i % 2 == 0) {
                source.first().set(i);
            } else {
                source.tick().emit(i);
            }
            sent.add(i);
        }
        seen.awaitCount(sent.size());
        assertEquals(sent, seen.all());
    }

    @Test
    void largeValuesTravelBothWays() throws Exception {
        Board board = acquire(node);
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        source.blob().set(large);
        Await.until("the large value", () -> board.blob().get().length == LARGE);
        assertArrayEquals(large, board.blob().get());

        large = large.clone();
        large[LARGE - 1]++;
        board.blob().push(large).timeout(30_000).getValue();
        assertArrayEquals(large, source.blob().get());
        assertArrayEquals(large, board.blob().get(), "what a push changed arrives before its reply");
    }

    @Test
    void slowReaderGetsTheLastValuesAndEverySignalInItsPlace() throws Exception {
        Board other = acquire(node);
        Seen<Integer> ticks = new Seen<>();
        other.tick().connect(ticks);
        try (RawPeer slow = RawPeer.connect(url())) {
            slow.expect(ObjectList.class);
            slow.send(out -> AddObject.write(out, "board", false));
            slow.expect(InitPacket.class);

            byte[] filler = new byte[100_000];
            for (int i = 1; i <= 200; i++) {
                filler = filler.clone();
                filler[0]++;
                source.blob().set(filler);
                source.first().set(i);
                if (i % 10 == 0) {
                    source.tick().emit(i);
                }
            }
            ticks.awaitCount(20);

            int last = 0;
            for (int tick = 10; tick <= 200;) {
                var packet = slow.read();
                if (packet instanceof PropertyChangePacket change && change.index() == 1) {
                    int value = QtTypes.INT.readVariant(slow.input(change.value()));
                    assertTrue(value > last, "values go back: " + value + " after " + last);
                    last = value;
                } else if (packet instanceof InvokePacket signal && signal.propertyIndex() < 0) {
                    assertEquals(tick, last, "the value before tick " + tick);
                    tick += 10;
                }
            }
        }
    }

    @Test
    void hostForgetsPeersThatVanish() throws Exception {
        try (RawPeer peer = RawPeer.connect(url())) {
            peer.expect(ObjectList.class);
            peer.send(out -> AddObject.write(out, "board", false));
            peer.expect(InitPacket.class);
            assertEquals(1, subscribers());
        }
        Await.until("no subscriber", () -> subscribers() == 0);
        source.first().set(1);
    }

    private int subscribers() {
        return host.sources().stream().filter(each -> each.name().equals("board")).findFirst().orElseThrow().subscribers();
    }

    @Test
    void replicaTurnsSuspectWhenItsHostVanishesAndPendingCallsFail() throws Exception {
        Board board = acquire(node);
        Promise<Integer> pending = board.later(1);
        Seen<State> states = new Seen<>();
        Replica.of(board).onStateChange(states);
        source.first().set(7);
        source.second().set(8);
        Await.until("the values", () -> board.first().get() == 7 && board.second().get() == 8);
        Seen<String> happened = new Seen<>();
        board.first().onChange(value -> happened.accept("first " + value));
        board.second().onChange(value -> happened.accept("second " + value));
        board.tick().connect(value -> happened.accept("tick"));
        String address = url();
        host.close();

        states.await(State.SUSPECT);
        LinkException lost = assertInstanceOf(LinkException.class, pending.timeout(20_000).getFailure());
        assertEquals(LinkException.Delivery.UNCONFIRMED, lost.delivery());
        assertEquals(7, board.first().get(), "the last known value");

        source.first().set(9);
        host = Node.create().listen(address).start();
        host.enableRemoting("board", source);
        states.await(State.VALID);
        assertEquals(9, board.first().get(), "fresh values are there before the replica is valid");
        assertEquals(List.of(State.SUSPECT, State.VALID), states.all());
        source.tick().emit(1);
        happened.await("tick");
        assertEquals(List.of("first 9", "tick"), happened.all(), "only what differs is a change");
    }

    @Test
    void attemptsComeLessAndLessOften() throws Exception {
        try (RawPeer.Listener listener = new RawPeer.Listener(anyAddress())) {
            node.connect(listener.url());
            long[] at = new long[6];
            for (int i = 0; i < at.length; i++) {
                try (RawPeer refused = listener.accept()) {
                    at[i] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
                }
            }
            List<Long> waits = IntStream.range(1, at.length).mapToObj(i -> at[i] - at[i - 1]).toList();
            // 20, 40, 80, 160, 160 ms, a quarter more or less; a busy machine only adds
            assertTrue(waits.get(1) >= 28 && waits.get(2) >= 58 && waits.get(3) >= 118 && waits.get(4) >= 118, "waits " + waits);
        }
    }

    @Test
    void hostIsClosedBetweenFramesWhileItsPeerReads() throws Exception {
        try (RawPeer peer = RawPeer.connect(url())) {
            peer.expect(ObjectList.class);
            peer.send(out -> AddObject.write(out, "board", false));
            peer.expect(InitPacket.class);
            source.blob().set(new byte[LARGE]);
            new Thread(host::close).start();
            // The value may be missing, but it must not be cut.
            peer.expectClosed();
        }
    }

    @Test
    void nodeIsClosedBetweenFramesWhileItsHostReads() throws Exception {
        try (RawPeer.Listener listener = new RawPeer.Listener(anyAddress())) {
            Node closed = Node.create().connect(listener.url()).start();
            Board board = closed.acquire(Board.class, "board");
            try (RawPeer fake = listener.accept()) {
                fake.send(Handshake::announce).send(out -> DemoBoard.entry("board").write(out));
                fake.expect(AddObject.class);
                fake.send(out -> DemoBoard.init(out, "board"));
                Replica.of(board).whenValid().timeout(20_000).getValue();
                Promise<Void> push = board.blob().push(new byte[LARGE]);
                new Thread(closed::close).start();
                fake.expect(InvokePacket.class);
                fake.expectClosed();
                assertInstanceOf(LinkException.class, push.getFailure());
            } finally {
                closed.close();
            }
        }
    }
}

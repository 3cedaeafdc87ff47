package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.LinkException;
import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteFailure;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Replica;
import io.remoteobjects.Replica.State;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Board;
import io.remoteobjects.node.harness.DemoBoard;
import io.remoteobjects.node.harness.RawPeer;
import io.remoteobjects.node.harness.Seen;
import io.remoteobjects.wire.packet.AddObject;
import io.remoteobjects.wire.packet.Handshake;
import io.remoteobjects.wire.packet.RemoveObject;

/** What a replica does when hosts, Sources or their users do something unusual. */
@Timeout(180)
class ReplicaTest {

    private static final Duration CALL = Duration.ofSeconds(15);

    private final DemoBoard source = new DemoBoard();
    private Node host;
    private Node node;

    @BeforeEach
    void start() throws IOException {
        host = Node.create().listen("tcp://127.0.0.1:0").start();
        // Without heartbeat: it is frame by frame that some tests look at what comes.
        node = Node.create().heartbeat(Duration.ZERO).reconnect(Duration.ofMillis(20), Duration.ofMillis(20)).callTimeout(CALL).start();
    }

    @AfterEach
    void stop() {
        node.close();
        host.close();
    }

    private String url() {
        return host.addresses().get(0);
    }

    /** Another idea of what a board is. */
    interface Mistaken {

        @RemoteObject("Board")
        interface Board {

            Property<String> first();

            Promise<Integer> add(int amount);
        }
    }

    @Test
    void replicaThatDoesNotFitSaysWhyAndDisturbsNoOther() throws Exception {
        host.enableRemoting("board", source);
        TypedReplica unfit = acquire(Mistaken.Board.class);
        Await.until("the mismatch", () -> unfit.handle().state() == State.SIGNATURE_MISMATCH);
        assertTrue(unfit.problem().contains("first"), unfit.problem());
        assertInstanceOf(IllegalStateException.class, failureOfFirstWhenValid());

        Board fit = (Board) acquire(Board.class).service();
        Replica.of(fit).whenValid().timeout(20_000).getValue();
        Seen<State> states = new Seen<>();
        Replica.of(fit).onStateChange(states);
        source.first().set(1);
        source.tick().emit(1);
        assertEquals(3, fit.add(2));
        assertEquals(State.SIGNATURE_MISMATCH, unfit.handle().state());
        assertEquals(List.of(), states.all(), "the connection was lost");

        LinkException refused = assertInstanceOf(LinkException.class,
                ((Mistaken.Board) unfit.service()).add(1).timeout(20_000).getFailure());
        assertEquals(LinkException.Delivery.NOT_SENT, refused.delivery());
    }

    private Throwable failureOfFirstWhenValid() throws Exception {
        try (Node other = Node.create().start()) {
            return Replica.of(other.acquire("board", url(), CALL, link -> link, Mistaken.class.getClassLoader(), Mistaken.Board.class)
                    .service()).whenValid().timeout(20_000).getFailure();
        }
    }

    private TypedReplica acquire(Class<?> type) {
        return node.acquire("board", url(), CALL, link -> link, type.getClassLoader(), type);
    }

    @Test
    void callOnASecondViewIsAnsweredOrRefusedAtOnce() throws Exception {
        host.enableRemoting("board", source);
        acquire(Board.class).handle().whenValid().timeout(20_000).getValue();
        for (int i = 0; i < 500; i++) {
            try (TypedReplica second = acquire(Board.class)) {
                Promise<Void> push = ((Board) second.service()).blob().push(new byte[] {(byte) i});
                Throwable failure = push.timeout(20_000).getFailure();
                assertTrue(failure == null || failure instanceof LinkException, () -> "push failed with " + failure);
            }
        }
    }

    /** What a Source sends ... */
    interface Odd {

        record Even(int number) {
        }

        @RemoteObject
        interface Numbers {

            Property<Even> current();

            Promise<Even> next(int from);
        }
    }

    /** ... and a replica that is picky. */
    interface Picky {

        record Even(int number) {
            public Even {
                if (number % 2 != 0) {
                    throw new IllegalArgumentException(number + " is odd");
                }
            }
        }

        @RemoteObject
        interface Numbers {

            Property<Even> current();

            Promise<Even> next(int from);
        }
    }

    static final class OddNumbers implements Odd.Numbers {

        final MutableProperty<Odd.Even> current = Property.of(new Odd.Even(0));

        @Override
        public Property<Odd.Even> current() {
            return current;
        }

        @Override
        public Promise<Odd.Even> next(int from) {
            return Promises.resolved(new Odd.Even(from + 1));
        }
    }

    @Test
    void valueThatARecordRefusesLeavesTheOldOneAndFailsTheCall() throws Exception {
        OddNumbers numbers = new OddNumbers();
        host.enableRemoting("numbers", numbers);
        node.connect(url());
        Picky.Numbers replica = node.acquire(Picky.Numbers.class, "numbers");
        Replica.of(replica).whenValid().timeout(20_000).getValue();
        Seen<Picky.Even> seen = new Seen<>();
        replica.current().onChange(seen);

        numbers.current.set(new Odd.Even(1));
        numbers.current.set(new Odd.Even(2));
        seen.await(new Picky.Even(2));
        assertInstanceOf(RemoteFailure.class, replica.next(2).timeout(20_000).getFailure());
        assertEquals(new Picky.Even(4), replica.next(3).timeout(20_000).getValue());
        assertEquals(List.of(new Picky.Even(2)), seen.all());
        assertTrue(Replica.of(replica).isValid());
    }

    /** ... and one that takes its time to read a value. */
    interface Slow {

        AtomicReference<Runnable> MEANWHILE = new AtomicReference<>(() -> { });

        record Even(int number) {
            public Even {
                MEANWHILE.getAndSet(() -> { }).run();
            }
        }

        @RemoteObject
        interface Numbers {

            Property<Even> current();

            Promise<Even> next(int from);
        }
    }

    @Test
    void whoBeginsToListenWhileItBecomesValidHearsOfIt() throws Exception {
        Replica replica = Replica.of(node.acquire(Slow.Numbers.class, "numbers"));
        Seen<State> states = new Seen<>();
        Seen<State> before = new Seen<>();
        Slow.MEANWHILE.set(() -> {
            replica.onStateChange(states);
            before.accept(replica.state());
        });
        host.enableRemoting("numbers", new OddNumbers());
        node.connect(url());

        replica.whenValid().timeout(20_000).getValue();
        states.await(State.VALID);
        assertEquals(List.of(State.DEFAULT), before.all());
    }

    @Test
    void hostThatSharesAnObjectOnlyAfterItWasAskedForItIsAskedAgain() throws Exception {
        try (RawPeer.Listener listener = new RawPeer.Listener("tcp://127.0.0.1:0")) {
            Board board = (Board) node.acquire("board", listener.url(), CALL, link -> link, Board.class.getClassLoader(), Board.class)
                    .service();
            try (RawPeer fake = listener.accept()) {
                fake.send(Handshake::announce).send(DemoBoard.entry("board")::write);
                fake.expect(AddObject.class);
                // the host withdrew it before it heard that, so it knows nothing of it
                fake.send(DemoBoard.entry("board")::write);
                assertInstanceOf(RemoveObject.class, fake.read(), "so that a host that did hear it does not send everything twice");
                assertInstanceOf(AddObject.class, fake.read());
                fake.send(out -> DemoBoard.init(out, "board"));
                Replica.of(board).whenValid().timeout(20_000).getValue();
                // one more is no news
                fake.send(DemoBoard.entry("board")::write);
                new Thread(node::close).start();
                assertInstanceOf(RemoveObject.class, fake.read());
                fake.expectClosed();
            }
        }
    }

    @Test
    void objectThatIsSharedAgainAtOnceIsFoundAgain() throws Exception {
        host.close();
        host = Node.create().listen("tcp://127.0.0.1:0").ioThreads(4).start();
        Remoting shared = host.enableRemoting("board", source);
        Board board = (Board) acquire(Board.class).service();
        for (int i = 1; i <= 200; i++) {
            shared.close();
            source.first().set(i);
            shared = host.enableRemoting("board", source);
            int value = i;
            Await.until("value " + i, () -> board.first().get() == value && Replica.of(board).isValid());
        }
    }

    @Test
    void connectionThatNobodyWantsAnyMoreIsClosed() throws Exception {
        try (RawPeer.Listener listener = new RawPeer.Listener("tcp://127.0.0.1:0")) {
            TypedReplica one = node.acquire("board", listener.url(), CALL, link -> link, Board.class.getClassLoader(), Board.class);
            TypedReplica two = node.acquire("other", listener.url(), CALL, link -> link, Board.class.getClassLoader(), Board.class);
            try (RawPeer fake = listener.accept()) {
                fake.send(Handshake::announce).send(DemoBoard.entry("board")::write);
                fake.expect(AddObject.class);
                two.close();
                one.close();
                assertInstanceOf(RemoveObject.class, fake.read());
                fake.expectClosed();
            }
            try (TypedReplica again = node.acquire("board", listener.url(), CALL, link -> link, Board.class.getClassLoader(),
                    Board.class); RawPeer fake = listener.accept()) {
                fake.send(Handshake::announce).send(DemoBoard.entry("board")::write);
                fake.expect(AddObject.class);
                fake.send(out -> DemoBoard.init(out, "board"));
                again.handle().whenValid().timeout(20_000).getValue();
            }
        }
    }

    @Test
    void closedNodeFailsWhatWaitsAndAcquiresNothing() throws Exception {
        host.enableRemoting("board", source);
        Board board = (Board) acquire(Board.class).service();
        Replica.of(board).whenValid().timeout(20_000).getValue();
        Promise<Integer> pending = board.later(1);
        Promise<Replica> never = Replica.of(node.acquire(Board.class, "nowhere")).whenValid();
        node.close();

        assertInstanceOf(LinkException.class, pending.timeout(20_000).getFailure());
        assertInstanceOf(LinkException.class, never.timeout(20_000).getFailure());
        assertEquals(State.SUSPECT, Replica.of(board).state());
        assertThrows(LinkException.class, () -> board.add(1));
        assertInstanceOf(LinkException.class, board.later(1).timeout(20_000).getFailure());
        assertThrows(IllegalStateException.class, () -> acquire(Board.class));
        assertTrue(Stream.of(node.replicas()).allMatch(List::isEmpty), () -> "still there: " + node.replicas());
    }
}

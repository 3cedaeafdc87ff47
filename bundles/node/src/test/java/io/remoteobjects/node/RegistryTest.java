package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.remoteobjects.Replica;
import io.remoteobjects.Replica.State;
import io.remoteobjects.itests.qt.QtProcess;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Board;
import io.remoteobjects.node.harness.DemoBoard;
import io.remoteobjects.node.harness.Forked;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.Seen;
import io.remoteobjects.node.harness.SourceMain;

/** How nodes find each other through a registry that one of them hosts. */
@Timeout(180)
class RegistryTest {

    private final String registry = LocalNames.url();
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
    }

    private Node member() throws IOException {
        Node node = Node.create().listen(LocalNames.url()).registry(registry).hostRegistryIfNobodyDoes()
                .reconnect(Duration.ofMillis(20), Duration.ofMillis(200)).start();
        nodes.add(node);
        Await.until("the registry", () -> node.registries().get(0).state() == State.VALID);
        return node;
    }

    private static Node share(Node node, String name, int first) {
        DemoBoard board = new DemoBoard();
        board.first().set(first);
        node.enableRemoting(name, board);
        return node;
    }

    private static void awaitLocation(Node at, String name, Node host) {
        Await.until(name + " at " + host.addresses(), at::locations, all -> all.stream().anyMatch(
                each -> each.name().equals(name) && host.addresses().contains(each.url())));
    }

    private long hosts() {
        return nodes.stream().filter(each -> each.registries().get(0).hosted()).count();
    }

    /** Whoever hosts it may be reached a moment before it says so. */
    private void awaitOneHost() {
        Await.until("one host", this::hosts, count -> count == 1);
    }

    @Test
    void firstOneUpHostsItAndAllFindEachOther() throws Exception {
        Node first = share(member(), "a", 1);
        Node second = share(member(), "b", 2);
        Node third = member();
        awaitOneHost();
        assertTrue(first.registries().get(0).hosted());
        for (Node each : nodes) {
            awaitLocation(each, "a", first);
            awaitLocation(each, "b", second);
        }
        Board a = third.acquire(Board.class, "a");
        Board b = first.acquire(Board.class, "b");
        Replica.of(a).whenValid().timeout(20_000).getValue();
        Replica.of(b).whenValid().timeout(20_000).getValue();
        assertEquals(1, a.first().get());
        assertEquals(2, b.first().get());
    }

    @Test
    void objectThatComesLaterIsFoundByThoseWhoWaitForIt() throws Exception {
        Node host = member();
        Board waiting = member().acquire(Board.class, "late");
        assertEquals(State.DEFAULT, Replica.of(waiting).state());
        share(host, "late", 7);
        Replica.of(waiting).whenValid().timeout(20_000).getValue();
        assertEquals(7, waiting.first().get());
    }

    @Test
    void nodesStartedAtTheSameTimeAgreeOnOneHost() throws Exception {
        List<Thread> starters = Stream.generate(() -> new Thread(() -> {
            try {
                Node node = Node.create().listen(LocalNames.url()).registry(registry).hostRegistryIfNobodyDoes().start();
                synchronized (nodes) {
                    nodes.add(node);
                }
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        })).limit(6).toList();
        starters.forEach(Thread::start);
        for (Thread each : starters) {
            each.join();
        }
        Await.until("all at the registry", () -> nodes.stream().allMatch(each -> each.registries().get(0).state() == State.VALID));
        awaitOneHost();
    }

    @Test
    void anotherTakesOverWhenTheHostIsKilled() throws Exception {
        try (QtProcess process = Forked.java(SourceMain.class, LocalNames.url(), "dying", "5", registry)) {
            process.listening();
            Node first = share(member(), "a", 1);
            Node second = share(member(), "b", 2);
            assertEquals(0, hosts(), "the process hosts it");
            Board dying = first.acquire(Board.class, "dying");
            Board b = first.acquire(Board.class, "b");
            Replica.of(dying).whenValid().timeout(20_000).getValue();
            Replica.of(b).whenValid().timeout(20_000).getValue();
            Seen<State> states = new Seen<>();
            Replica.of(b).onStateChange(states);

            process.kill9();
            awaitOneHost();
            Await.until("both at the registry", () -> nodes.stream().allMatch(each -> each.registries().get(0).state() == State.VALID));
            Await.until("Suspect", () -> Replica.of(dying).state() == State.SUSPECT);
            awaitLocation(first, "b", second);
            awaitLocation(second, "a", first);
            assertEquals(List.of(), states.all(), "the loss of the registry takes no replica away");

            Node newcomer = share(member(), "c", 3);
            assertEquals(1, hosts());
            awaitLocation(first, "c", newcomer);
            awaitLocation(newcomer, "a", first);
            try (QtProcess again = Forked.java(SourceMain.class, LocalNames.url(), "dying", "6", registry)) {
                again.listening();
                Replica.of(dying).whenValid().timeout(20_000).getValue();
                assertEquals(6, dying.first().get(), "it came back at another address");
            }
        }
    }

    @Test
    void hostThatLeavesInPeaceIsSucceeded() throws Exception {
        Node first = share(member(), "a", 1);
        Node second = share(member(), "b", 2);
        Node third = member();
        awaitLocation(third, "a", first);
        Seen<String> gone = new Seen<>();
        third.observeLocations(new LocationListener() {
            @Override
            public void added(ObjectLocation location) {
                // What is there was awaited before.
            }

            @Override
            public void removed(ObjectLocation location) {
                gone.accept(location.name());
            }
        });
        first.close();
        nodes.remove(first);
        gone.await("a");
        awaitOneHost();
        awaitLocation(third, "b", second);
        assertTrue(gone.all().stream().noneMatch("b"::equals), "what did not leave was said to be gone: " + gone.all());
    }

    @Test
    void replicaThatLosesItsHostGoesToAnotherThatWasToldOfBefore() throws Exception {
        Node observer;
        try (Node first = Node.create().listen(LocalNames.url()).start()) {
            share(first, "board", 1);
            observer = Node.create().connect(first.addresses().get(0)).registry(registry).hostRegistry().start();
            nodes.add(observer);
            Board board = observer.acquire(Board.class, "board");
            Replica.of(board).whenValid().timeout(20_000).getValue();
            assertEquals(1, board.first().get());
            Node second = share(member(), "board", 2);
            awaitLocation(observer, "board", second);

            first.close();
            Await.until("the second's value", () -> board.first().get() == 2 && Replica.of(board).isValid());
        }
    }

    @Test
    void ofTwoObjectsOfOneNameTheFirstCountsAndTheSecondSucceedsIt() throws Exception {
        Node observer = member();
        Node first = share(member(), "board", 1);
        awaitLocation(observer, "board", first);
        Node second = share(member(), "board", 2);
        Board board = observer.acquire(Board.class, "board");
        Replica.of(board).whenValid().timeout(20_000).getValue();
        assertEquals(1, board.first().get());
        awaitLocation(second, "board", first);

        first.close();
        nodes.remove(first);
        awaitLocation(observer, "board", second);
        Await.until("the second's value", () -> board.first().get() == 2 && Replica.of(board).isValid());
    }
}

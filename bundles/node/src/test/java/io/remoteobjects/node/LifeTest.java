package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.netty.util.internal.InternalThreadLocalMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.LinkException;
import io.remoteobjects.Replica;
import io.remoteobjects.Subscription;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Board;
import io.remoteobjects.node.harness.DemoBoard;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.Seen;

/** What a node leaves behind, and what the code of its users can do to it. */
@Timeout(300)
class LifeTest {

    private final DemoBoard source = new DemoBoard();

    private Node host() throws IOException {
        Node host = Node.create().listen("tcp://127.0.0.1:0").start();
        host.enableRemoting("board", source);
        return host;
    }

    private static Board acquire(Node node) throws Exception {
        Board board = node.acquire(Board.class, "board");
        Replica.of(board).whenValid().timeout(20_000).getValue();
        return board;
    }

    private static Node nodeOf(Node host) throws IOException {
        return Node.create().connect(host.addresses().get(0)).start();
    }

    @Test
    void openedAndClosedNodesLeaveNothing() throws Exception {
        String socket = LocalNames.name();
        for (int i = 0; i < 5; i++) {
            openAndClose(socket);
        }
        long threads = threads();
        long files = openFiles();
        for (int i = 0; i < 200; i++) {
            openAndClose(socket);
        }
        Await.until("no more threads than " + threads, LifeTest::threads, now -> now <= threads);
        Await.until("no more open files than " + files, LifeTest::openFiles, now -> now <= files);
        assertFalse(Files.exists(Path.of("/tmp", socket)), "the registry's socket");
    }

    private void openAndClose(String registry) throws Exception {
        try (Node host = Node.create().listen("tcp://127.0.0.1:0").registry("local:" + registry).hostRegistryIfNobodyDoes().start();
                Node node = Node.create().threadsOf(host).connect(host.addresses().get(0)).start()) {
            host.enableRemoting("board", source);
            acquire(node);
        }
    }

    /** In OSGi it may live for long after the bundles of this node and of Netty were updated, and would keep the old ones in memory. */
    @Test
    void aThreadOfSomebodyElseKeepsNothingOfNetty() throws Exception {
        CompletableFuture<InternalThreadLocalMap> kept = new CompletableFuture<>();
        Thread user = new Thread(() -> {
            try (Node host = Node.create().listen("tcp://127.0.0.1:0").listen(LocalNames.url()).start(); Node node = nodeOf(host)) {
                Remoting shared = host.enableRemoting("board", source);
                Board board = acquire(node);
                Subscription first = board.first().observe(value -> { });
                board.add(1);
                board.blob().push(new byte[100_000]).getValue();
                source.first().set(5);
                source.tick().emit(6);
                first.close();
                node.release(board);
                shared.close();
            } catch (Exception failed) {
                kept.completeExceptionally(failed);
            }
            kept.complete(InternalThreadLocalMap.getIfSet());
        });
        user.start();
        assertNull(kept.get(60, TimeUnit.SECONDS));
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(each -> each.getName().startsWith("remoteobjects")).count();
    }

    private static long openFiles() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void nodeIsClosedWhileCallsArePendingAndListenersRun() throws Exception {
        CountDownLatch listening = new CountDownLatch(1);
        CompletableFuture<Throwable> interrupted = new CompletableFuture<>();
        try (Node host = host()) {
            Node node = nodeOf(host);
            Board board = acquire(node);
            List<Promise<Integer>> pending = IntStream.range(0, 100).mapToObj(board::later).toList();
            board.first().onChange(value -> {
                listening.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException stopped) {
                    interrupted.complete(stopped);
                }
            });
            CompletableFuture<Throwable> blocked = failureOf(() -> board.later(1).getValue());
            source.first().set(1);
            listening.await();
            node.close();
            assertInstanceOf(InterruptedException.class, interrupted.get(20, TimeUnit.SECONDS));
            for (Promise<Integer> each : pending) {
                assertInstanceOf(LinkException.class, each.timeout(20_000).getFailure());
            }
            blocked.get(20, TimeUnit.SECONDS);
            node.close();
        }
    }

    private interface Action {
        void run() throws Exception;
    }

    private static CompletableFuture<Throwable> failureOf(Action action) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                action.run();
                failure.completeExceptionally(new AssertionError("it did not fail"));
            } catch (Throwable thrown) {
                failure.complete(thrown);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return failure;
    }

    @Test
    void sourceMayGoOnWhileItsNodeIsClosed() throws Exception {
        for (int i = 0; i < 20; i++) {
            Node host = host();
            CountDownLatch going = new CountDownLatch(1);
            AtomicReference<Throwable> failure = new AtomicReference<>();
            Thread changing = new Thread(() -> {
                for (int value = 0; value < 20_000; value++) {
                    source.first().set(value);
                    source.tick().emit(value);
                    going.countDown();
                }
            });
            changing.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
            changing.start();
            going.await();
            host.close();
            changing.join();
            assertEquals(null, failure.get());
        }
    }

    @Test
    void blockingCallOnAnEventLoopIsRefused() throws Exception {
        try (Node host = host();
                Node node = Node.create().connect(host.addresses().get(0)).directCallbacks().start()) {
            Board board = acquire(node);
            BlockingQueue<Throwable> refusals = new ArrayBlockingQueue<>(2);
            board.first().onChange(value -> refusals.add(assertThrows(IllegalStateException.class, () -> board.add(1))));
            board.first().onChange(value -> refusals.add(assertThrows(IllegalStateException.class, node::close)));
            source.first().set(1);
            for (String action : List.of("Calling board.add", "Closing the node")) {
                Throwable refusal = refusals.poll(20, TimeUnit.SECONDS);
                assertTrue(refusal.getMessage().startsWith(action + " would block the event loop"), refusal.getMessage());
            }
            assertEquals(3, board.add(2), "the node goes on");
        }
    }

    @Test
    void interruptedCallerIsToldThatTheCallMayHaveBeenCarriedOut() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        DemoBoard slow = new DemoBoard() {
            @Override
            public int add(int amount) {
                called.countDown();
                Await.until("release", () -> release.getCount() == 0);
                return super.add(amount);
            }
        };
        try (Node host = Node.create().listen("tcp://127.0.0.1:0").start(); Node node = nodeOf(host)) {
            host.enableRemoting("board", slow);
            Board board = acquire(node);
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            CompletableFuture<Throwable> failure = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                try {
                    board.add(1);
                } catch (LinkException thrown) {
                    failure.complete(thrown);
                }
                flag.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            called.await();
            caller.interrupt();
            assertEquals(LinkException.Delivery.UNCONFIRMED, ((LinkException) failure.get(20, TimeUnit.SECONDS)).delivery());
            assertTrue(flag.get(20, TimeUnit.SECONDS), "the caller can still see the interrupt");
            release.countDown();
            assertEquals(2, board.add(1), "the interrupted call was carried out, and its answer ended no other");
        }
    }

    @Test
    void slotThatBlocksHoldsUpNeitherPropertiesNorOtherSources() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        DemoBoard slow = new DemoBoard() {
            @Override
            public int add(int amount) {
                called.countDown();
                Await.until("release", () -> release.getCount() == 0);
                return super.add(amount);
            }
        };
        try (Node host = host(); Node node = nodeOf(host)) {
            host.enableRemoting("slow", slow);
            Board blocked = node.acquire(Board.class, "slow");
            Replica.of(blocked).whenValid().timeout(20_000).getValue();
            Board other = acquire(node);
            CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> blocked.add(1));
            called.await();
            Seen<Integer> seen = new Seen<>();
            blocked.first().onChange(seen);
            slow.first().set(41);
            seen.await(41);
            assertEquals(1, other.add(1));
            assertFalse(call.isDone());
            release.countDown();
            assertEquals(42, call.get(20, TimeUnit.SECONDS));
        } finally {
            release.countDown();
        }
    }

    @Test
    void listenerThatThrowsHindersNobody() throws Exception {
        try (Node host = host(); Node node = nodeOf(host)) {
            Board board = acquire(node);
            Seen<Integer> seen = new Seen<>();
            board.first().onChange(value -> {
                throw new AssertionError("as listeners do");
            });
            board.first().onChange(seen);
            source.first().onChange(value -> {
                throw new IllegalStateException("as listeners do");
            });
            source.first().set(1);
            source.first().set(2);
            seen.awaitCount(2);
            assertEquals(List.of(1, 2), seen.all());
        }
    }

    @Test
    void listenerThatBlocksHoldsUpItsOwnViewOnly() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Node host = host(); Node node = nodeOf(host)) {
            Board blocked = acquire(node);
            Board other = acquire(node);
            CountDownLatch blocking = new CountDownLatch(1);
            Seen<Integer> late = new Seen<>();
            blocked.first().onChange(value -> {
                blocking.countDown();
                Await.until("release", () -> release.getCount() == 0);
                late.accept(value);
            });
            Seen<Integer> seen = new Seen<>();
            other.first().onChange(seen);
            source.first().set(1);
            blocking.await();
            source.first().set(2);
            seen.await(2);
            assertEquals(3, other.add(1));
            assertEquals(3, blocked.first().get(), "values are there whatever listeners do");
            assertEquals(4, blocked.add(1), "and so are answers");
            release.countDown();
            late.awaitCount(4);
            assertEquals(List.of(1, 2, 3, 4), late.all());
        } finally {
            release.countDown();
        }
    }

    @Test
    void listenerAtTheSourceThatBlocksHoldsUpNoReplica() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Node host = host(); Node node = nodeOf(host)) {
            Board board = acquire(node);
            CountDownLatch blocking = new CountDownLatch(1);
            source.first().onChange(value -> {
                blocking.countDown();
                Await.until("release", () -> release.getCount() == 0);
            });
            Thread setter = new Thread(() -> source.first().set(1));
            setter.start();
            blocking.await();
            Await.until("the value that its own listener is at", () -> board.first().get() == 1);
            source.second().set(2);
            Await.until("a value of another thread meanwhile", () -> board.second().get() == 2);
            release.countDown();
            setter.join();
        } finally {
            release.countDown();
        }
    }

    @Test
    void listenerMayCallTheSourceAndWaitForTheAnswer() throws Exception {
        try (Node host = host(); Node node = Node.create().connect(host.addresses().get(0)).callTimeout(Duration.ofSeconds(10)).start()) {
            Board board = acquire(node);
            Seen<Integer> sums = new Seen<>();
            board.tick().connect(amount -> sums.accept(board.add(amount)));
            source.tick().emit(1);
            source.tick().emit(2);
            sums.awaitCount(2);
            assertEquals(List.of(1, 3), sums.all());
        }
    }

    @Test
    void listenerMayCloseTheNode() throws Exception {
        try (Node host = host()) {
            Node node = nodeOf(host);
            Board board = acquire(node);
            CountDownLatch closed = new CountDownLatch(1);
            board.tick().connect(any -> {
                node.close();
                closed.countDown();
            });
            source.tick().emit(1);
            assertTrue(closed.await(20, TimeUnit.SECONDS), "still closing");
        }
    }

    @Test
    void sourceThatCallsItselfThroughTheNetworkDoesNotHang() throws Exception {
        AtomicReference<Board> self = new AtomicReference<>();
        DemoBoard recursive = new DemoBoard() {
            @Override
            public Promise<Integer> later(int amount) {
                return amount == 0 ? Promises.resolved(0) : self.get().later(amount - 1);
            }
        };
        try (Node host = Node.create().listen("tcp://127.0.0.1:0").start(); Node node = nodeOf(host)) {
            host.enableRemoting("board", recursive);
            self.set(acquire(node));
            assertEquals(0, self.get().later(50).timeout(20_000).getValue());
        }
    }
}

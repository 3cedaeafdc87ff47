package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.util.promise.Promise;

import io.remoteobjects.RemoteObject;
import io.remoteobjects.Replica;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Board;
import io.remoteobjects.node.harness.DemoBoard;
import io.remoteobjects.node.harness.LogLines;
import io.remoteobjects.node.harness.RawPeer;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.packet.AddObject;

/** What is too much is refused where somebody can be told, and told where it comes from. */
@Timeout(180)
class LimitsTest {

    private static final int FRAME = 1 << 16;
    private static final int TOO_LARGE = FRAME + 1_000;
    private static final int WAITING = 1 << 20;

    private final DemoBoard source = new DemoBoard();
    private LogLines log;
    private Node host;
    private Node node;

    /** Slots that return much, or late. */
    @RemoteObject
    public interface Store {

        byte[] read(int bytes);

        Future<Integer> whenFilled();
    }

    @BeforeEach
    void start() throws IOException {
        log = new LogLines();
        Limits limits = new Limits(FRAME, 1 << 20, 64);
        host = Node.create().listen("tcp://127.0.0.1:0").limits(limits).outboundLimits(FRAME, WAITING).start();
        node = Node.create().limits(limits).connect(host.addresses().get(0)).start();
    }

    @AfterEach
    void stop() {
        node.close();
        host.close();
        log.close();
    }

    private Board board() throws Exception {
        host.enableRemoting("board", source);
        return acquire(Board.class, "board");
    }

    private <T> T acquire(Class<T> type, String name) throws Exception {
        T replica = node.acquire(type, name);
        Replica.of(replica).whenValid().timeout(20_000).getValue();
        return replica;
    }

    @Test
    void valueAboveTheLimitIsToldWhereItComesFromAndASmallerOneMendsIt() throws Exception {
        Board board = board();
        source.blob().set(new byte[TOO_LARGE]);
        log.await("ERROR", "What is sent of board (blob) takes 66", "more than limits.frame.bytes, " + FRAME);
        log.await("Cannot read from", "A frame of 66");
        log.await("ERROR", "What is sent of board (values) takes 66");
        source.blob().set(new byte[5]);
        Await.until("the smaller value", () -> board.blob().get().length == 5 && Replica.of(board).isValid());
        assertEquals(1, log.all().stream().filter(line -> line.contains("board (values)")).count(), "told more than once");
    }

    @Test
    void callAboveTheLimitIsRefusedAndTheLinkIsKept() throws Exception {
        Board board = board();
        List<Replica.State> states = new ArrayList<>();
        Replica.of(board).onStateChange(states::add);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> board.blob().push(new byte[TOO_LARGE]));
        assertTrue(refused.getMessage().startsWith("board.pushBlob was not sent: it takes 66"), refused.getMessage());
        assertEquals(1, board.add(1));
        assertEquals(List.of(), states);
    }

    @Test
    void resultAboveTheLimitFailsItsCallAndTheLinkIsKept() throws Exception {
        host.enableRemoting("store", new DemoStore());
        Store store = acquire(Store.class, "store");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> store.read(TOO_LARGE));
        assertTrue(refused.getMessage().startsWith("The result takes 66"), refused.getMessage());
        assertEquals(7, store.read(7).length);
    }

    @Test
    void callsThatWaitHoldNoMoreThanTheyMay() throws Exception {
        Board board = board();
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch atWork = new CountDownLatch(1);
        source.blob().onPush(value -> {
            atWork.countDown();
            Await.until("release", () -> release.getCount() == 0);
        });
        byte[] some = new byte[FRAME - 400];
        List<Promise<Void>> pushes = new ArrayList<>(List.of(board.blob().push(some)));
        atWork.await();
        for (int i = 0; i < WAITING / FRAME; i++) {
            pushes.add(board.blob().push(some));
        }
        Throwable refused = pushes.get(pushes.size() - 1).timeout(20_000).getFailure();
        assertInstanceOf(IllegalStateException.class, refused);
        assertTrue(refused.getMessage().contains("limits.backlog.bytes"), refused.getMessage());
        release.countDown();
        for (Promise<Void> each : pushes.subList(0, pushes.size() - 1)) {
            assertEquals(null, each.timeout(20_000).getFailure());
        }
        board.blob().push(some).timeout(20_000).getValue();
    }

    @Test
    void whoAsksForAnObjectWithoutEndIsDisconnected() throws Exception {
        byte[] requests = RawPeer.encode(Generation.QTRO_2_0, out -> {
            for (int i = 0; i < 10_000; i++) {
                AddObject.write(out, "board", false);
            }
        });
        // Without heartbeat, for what watches over buffers in tests makes so many of them slow.
        try (Node patient = Node.create().listen("tcp://127.0.0.1:0").start();
                Node bystander = Node.create().heartbeat(Duration.ZERO).connect(patient.addresses().get(0)).start();
                RawPeer greedy = RawPeer.connect(patient.addresses().get(0))) {
            patient.enableRemoting("board", source);
            Board board = bystander.acquire(Board.class, "board");
            Replica.of(board).whenValid().timeout(20_000).getValue();
            assertThrows(IOException.class, () -> {
                while (true) {
                    greedy.send(requests);
                }
            });
            log.await("Cannot read from tcp://", "More than 65536 requests for objects wait", "no other is affected");
            assertEquals(1, board.add(1));
            Await.until("the session to end", () -> patient.sources().stream().filter(each -> each.name().equals("board"))
                    .allMatch(each -> each.subscribers() == 1));
        }
    }

    @Test
    void futuresThatDoNotComeTakeABoundedNumberOfThreads() throws Exception {
        // Those of tests before this one may be about to end.
        Set<Thread> others = workers();
        DemoStore source = new DemoStore();
        host.enableRemoting("store", source);
        Store store = acquire(Store.class, "store");
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            answers.add(store.whenFilled());
        }
        Await.until("all calls", () -> source.asked == 500);
        assertEquals(3, store.read(3).length);
        source.ready = true;
        assertEquals(4, store.whenFilled().get(), "one that is done waits for none that is not");
        source.ready = false;
        Set<Thread> workers = workers();
        workers.removeAll(others);
        assertTrue(workers.size() < 100, () -> workers.size() + " threads");
        source.filled.complete(5);
        for (Future<Integer> each : answers) {
            assertEquals(5, each.get());
        }
    }

    private static Set<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream().filter(each -> each.getName().startsWith("remoteobjects-worker"))
                .collect(Collectors.toSet());
    }

    @Test
    void futuresThatNeverComeHoldUpNoOther() throws Exception {
        DemoStore source = new DemoStore();
        host.enableRemoting("store", source);
        Store store = acquire(Store.class, "store");
        for (int i = 0; i < 200; i++) {
            store.whenFilled();
        }
        Await.until("all calls", () -> source.asked == 200);
        source.filled = new CompletableFuture<>();
        Future<Integer> answer = store.whenFilled();
        Await.until("the last call", () -> source.asked == 201);
        source.filled.complete(6);
        assertEquals(6, answer.get(20, TimeUnit.SECONDS));
    }

    @Test
    void unansweredCallsHoldNoMoreThanTheyMayAndConcernNoOtherPeer() throws Exception {
        DemoStore source = new DemoStore();
        host.enableRemoting("store", source);
        Store store = acquire(Store.class, "store");
        try (Node bystander = Node.create().connect(host.addresses().get(0)).start()) {
            Store other = bystander.acquire(Store.class, "store");
            Replica.of(other).whenValid().timeout(20_000).getValue();
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < WAITING / 256; i++) {
                calls.add(store.whenFilled());
            }
            Future<Integer> refused = calls.get(calls.size() - 1);
            Throwable why = assertThrows(ExecutionException.class, () -> refused.get(20, TimeUnit.SECONDS)).getCause();
            assertInstanceOf(IllegalStateException.class, why);
            assertTrue(why.getMessage().contains("limits.backlog.bytes"), why.getMessage());
            // Futures are done on threads of their own, in whatever order.
            int accepted = Await.until("all others that are refused", () -> (int) calls.stream().filter(each -> !each.isDone()).count(),
                    open -> source.asked == open);
            Future<Integer> answer = other.whenFilled();
            Await.until("the bystander's call", () -> source.asked == accepted + 1);
            source.filled.complete(5);
            assertEquals(5, answer.get(20, TimeUnit.SECONDS));
            for (Future<Integer> each : calls.subList(0, accepted)) {
                assertEquals(5, each.get(20, TimeUnit.SECONDS));
            }
            assertEquals(5, store.whenFilled().get(20, TimeUnit.SECONDS));
        }
    }

    private static final class DemoStore implements Store {

        private volatile CompletableFuture<Integer> filled = new CompletableFuture<>();
        private volatile int asked;
        private volatile boolean ready;

        @Override
        public byte[] read(int bytes) {
            return new byte[bytes];
        }

        /** A future that is no more than that. */
        @Override
        public Future<Integer> whenFilled() {
            if (ready) {
                FutureTask<Integer> done = new FutureTask<>(() -> 4);
                done.run();
                return done;
            }
            CompletableFuture<Integer> answer = filled;
            asked++;
            FutureTask<Integer> task = new FutureTask<>(answer::get);
            answer.thenRun(task);
            return task;
        }
    }
}

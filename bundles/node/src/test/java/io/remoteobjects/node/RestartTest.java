package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.util.promise.Promise;

import io.remoteobjects.LinkException;
import io.remoteobjects.Replica;
import io.remoteobjects.Replica.State;
import io.remoteobjects.itests.qt.QtProcess;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Board;
import io.remoteobjects.node.harness.Forked;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.Seen;
import io.remoteobjects.node.harness.SourceMain;

/** A node watches a Source in another JVM die and come back. */
@Timeout(600)
class RestartTest {

    /** As long as it may take from the kill until the replica is suspect. */
    private static final Duration LOSS = Duration.ofMillis(500);

    /** Workers that have nothing to do stay for a minute. */
    private static final Duration IDLE_WORKERS = Duration.ofSeconds(70);

    private static final int CYCLES = Integer.getInteger("restart.cycles", 100);
    private static final int AHEAD = 3;
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final String name = LocalNames.name();

    @Test
    void hundredKillsAndRestartsLeaveTheNodeAsItWas() throws Exception {
        try (Node node = Node.create().connect("local:" + name).reconnect(Duration.ofMillis(10), Duration.ofMillis(40)).start()) {
            Board board = node.acquire(Board.class, "board");
            Seen<Integer> values = new Seen<>();
            Seen<State> states = new Seen<>();
            board.first().onChange(values);
            Replica.of(board).onStateChange(states);
            Deque<QtProcess> processes = new ArrayDeque<>();
            try {
                start(processes, 1);
                processes.peek().send("go");
                long threads = 0;
                long files = 0;
                long heap = 0;
                for (int cycle = 1; cycle <= CYCLES; cycle++) {
                    Replica.of(board).whenValid().timeout(20_000).getValue();
                    assertEquals(cycle, board.first().get(), "the value of this very process");
                    if (cycle == 5) {
                        threads = threads();
                        files = openFiles();
                        heap = heap();
                    }
                    Promise<Integer> pending = board.later(1);
                    start(processes, cycle);
                    processes.peek().kill9();
                    Await.within(LOSS, "Suspect", Replica.of(board)::state, State.SUSPECT::equals);
                    assertInstanceOf(LinkException.class, pending.timeout(20_000).getFailure());
                    assertEquals(cycle, board.first().get(), "the last known value");
                    processes.remove().close();
                    processes.peek().send("go");
                }
                Replica.of(board).whenValid().timeout(20_000).getValue();
                long threadsBefore = threads;
                long filesBefore = files;
                Await.until("no more threads than " + threadsBefore, IDLE_WORKERS, RestartTest::threads, now -> now <= threadsBefore);
                Await.until("no more open files than " + filesBefore, RestartTest::openFiles, now -> now <= filesBefore);
                long heapBefore = heap;
                Await.until("a heap that has not grown by 2 MB", () -> heap() - heapBefore, grown -> grown < 2_000_000);
                states.awaitCount(2 * CYCLES + 1);
                values.awaitCount(CYCLES + 1);
                assertEquals(2 * CYCLES + 1, states.count(), "each loss and each return is told once");
                assertEquals(CYCLES + 1, values.count(), "each process' value is told once");
            } finally {
                processes.forEach(QtProcess::close);
            }
        }
    }

    /** Starts processes ahead of time, so that a cycle need not wait for a JVM; each shares when told to. */
    private void start(Deque<QtProcess> processes, int first) {
        for (int value = first + processes.size(); value < first + AHEAD; value++) {
            processes.add(Forked.java(SourceMain.class, "local:" + name, "board", Integer.toString(value), "--wait"));
        }
    }

    /** The node's: those that watch over processes come and go. */
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

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void stoppedSourceIsSuspectWithinTwoHeartbeatsAndComesBack() throws Exception {
        try (QtProcess source = Forked.java(SourceMain.class, "local:" + name, "board", "1");
                Node node = Node.create().connect("local:" + name).heartbeat(HEARTBEAT).reconnect(Duration.ofMillis(10),
                        Duration.ofMillis(40)).start()) {
            Board board = node.acquire(Board.class, "board");
            Replica.of(board).whenValid().timeout(20_000).getValue();
            Promise<Integer> pending = board.later(1);
            source.pause();
            Await.within(HEARTBEAT.multipliedBy(2), "Suspect", Replica.of(board)::state, State.SUSPECT::equals);
            assertInstanceOf(LinkException.class, pending.timeout(20_000).getFailure());
            source.resume();
            Replica.of(board).whenValid().timeout(20_000).getValue();
            source.send("set 9");
            Await.until("the new value", () -> board.first().get() == 9);
        }
    }
}

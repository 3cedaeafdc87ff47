package io.remoteobjects.node.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.netty.channel.EventLoopGroup;

import io.remoteobjects.Replica.State;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.Remoting;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.DemoBoard;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.Seen;
import io.remoteobjects.node.replica.LinkTiming;
import io.remoteobjects.node.replica.Replicas;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.OutboundLimits;
import io.remoteobjects.node.transport.Transports;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.type.SourceLocation;

/** What a member keeps while its registry, and perhaps a host with it, is away. The half minute it waits passes at once here. */
@Timeout(180)
class RegistryMemberTest {

    private static final LinkTiming QUICK = new LinkTiming(0, 20, 20, 5_000, 5_000);

    private final String registry = LocalNames.url();
    private final EventLoopGroup loops = Transports.startLoops("test", 1);
    private final ExecutorService callbacks = Executors.newCachedThreadPool();
    private final LongWaits work = new LongWaits();
    private final Seen<String> told = new Seen<>();
    private Replicas replicas;
    private RegistryMember member;
    private Node host;
    private Node source;

    /** Runs what waits long when it is told to. */
    private static final class LongWaits extends ScheduledThreadPoolExecutor {

        private final Queue<Runnable> waiting = new ArrayDeque<>();

        LongWaits() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            if (unit.toMillis(delay) < 30_000) {
                return super.schedule(task, delay, unit);
            }
            assertEquals(30_000, unit.toMillis(delay));
            synchronized (waiting) {
                waiting.add(task);
            }
            return null;
        }

        void letHalfAMinutePass() throws Exception {
            synchronized (waiting) {
                for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                    submit(task).get();
                }
            }
        }

        int waiting() {
            synchronized (waiting) {
                return waiting.size();
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        openRegistry();
        source = Node.create().listen(LocalNames.url()).registry(registry).start();
        source.enableRemoting("board", new DemoBoard());
        Transports transports = new Transports(loops, Limits.DEFAULT, OutboundLimits.DEFAULT);
        replicas = new Replicas(transports, callbacks, callbacks, QUICK, "test");
        member = new RegistryMember(transports, work, replicas, Address.parse(registry), RegistryMode.NEVER, new RegistryListener() {
            @Override
            public void added(String name, SourceLocation location) {
                told.accept("+" + name);
            }

            @Override
            public void removed(String name, SourceLocation location) {
                told.accept("-" + name);
            }
        });
        member.start();
        told.await("+board");
        told.await("+remoteobjects:" + source.id());
    }

    @AfterEach
    void stop() {
        member.close();
        replicas.close();
        source.close();
        host.close();
        work.shutdownNow();
        Transports.stop(loops);
        callbacks.shutdownNow();
    }

    private void openRegistry() throws IOException {
        host = Node.create().registry(registry).hostRegistry().start();
    }

    /** Both die at once, so nobody takes anything back. */
    private void loseRegistry() {
        host.close();
        Await.until("the loss", () -> member.state() == State.SUSPECT);
    }

    private void registryReturns() throws IOException {
        openRegistry();
        Await.until("the return", () -> member.state() == State.VALID);
    }

    private long times(String what) {
        return told.all().stream().filter(what::equals).count();
    }

    @Test
    void entryOfAHostThatComesBackTooIsKeptAndToldOnce() throws Exception {
        loseRegistry();
        registryReturns();
        Await.until("the source's return", () -> source.registries().get(0).state() == State.VALID);
        Await.until("its entries", () -> host.locations().stream().anyMatch(each -> each.name().equals("board")));
        // whoever was told here before is behind the host's entries by now
        try (Remoting marker = source.enableRemoting("marker", new DemoBoard())) {
            told.await("+marker");
        }
        work.letHalfAMinutePass();
        assertEquals(1, times("+board"));
        assertEquals(0, times("-board"));
    }

    @Test
    void entryOfAHostThatDoesNotComeBackIsKeptHalfAMinuteAfterTheReturnOfTheRegistry() throws Exception {
        loseRegistry();
        source.close();
        assertEquals(0, work.waiting(), "time runs from the return only");
        registryReturns();
        Await.until("the wait", () -> work.waiting() > 0);
        assertEquals(0, times("-board"), "gone too early");
        work.letHalfAMinutePass();
        assertEquals(1, times("-board"));
    }

    @Test
    void registryThatIsLostAgainGivesEverybodyTheFullTimeAgain() throws Exception {
        loseRegistry();
        source.close();
        registryReturns();
        Await.until("the wait", () -> work.waiting() > 0);
        loseRegistry();
        work.letHalfAMinutePass();
        assertEquals(0, times("-board"), "dropped while nobody could say that it is back");
        registryReturns();
        Await.until("the second wait", () -> work.waiting() > 0);
        assertEquals(0, times("-board"));
        work.letHalfAMinutePass();
        assertEquals(1, times("-board"));
    }

    @Test
    void entryThatMovedIsToldAgain() throws Exception {
        member.register("mine", new SourceLocation("Board", URI.create("local:here")));
        told.await("+mine");
        member.unregister("mine", new SourceLocation("Board", URI.create("local:here")));
        told.await("-mine");
        member.register("mine", new SourceLocation("Board", URI.create("local:there")));
        Await.until("the new place", () -> times("+mine") == 2);
    }
}

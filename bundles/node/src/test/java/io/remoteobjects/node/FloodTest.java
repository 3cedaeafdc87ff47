package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.remoteobjects.Replica;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Board;
import io.remoteobjects.node.harness.DemoBoard;
import io.remoteobjects.node.harness.RawPeer;
import io.remoteobjects.node.harness.Seen;
import io.remoteobjects.wire.packet.AddObject;
import io.remoteobjects.wire.packet.InitPacket;
import io.remoteobjects.wire.packet.ObjectList;
import io.remoteobjects.wire.packet.Ping;
import io.remoteobjects.wire.packet.Pong;
import io.remoteobjects.wire.packet.PropertyChangePacket;
import io.remoteobjects.wire.type.QtTypes;

/** A Source at which more happens than a node can send. */
@Timeout(180)
class FloodTest {

    private static final int FLOODERS = 3;

    /** As long as a host may be silent: two heartbeats of 2 s. */
    private static final Duration HEARTBEATS = Duration.ofSeconds(4);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void hostServesOthersMeanwhileAndHoldsLittle(int ioThreads) throws Exception {
        DemoBoard source = new DemoBoard();
        AtomicBoolean flooding = new AtomicBoolean(true);
        AtomicLong emitted = new AtomicLong();
        List<Thread> flooders = new ArrayList<>();
        try (Node host = Node.create().listen("tcp://127.0.0.1:0").ioThreads(ioThreads).outboundLimits(1 << 16, 1 << 20).start()) {
            host.enableRemoting("board", source);
            String url = host.addresses().get(0);
            try (RawPeer deaf = subscribe(url); RawPeer lively = RawPeer.connect(url)) {
                lively.expect(ObjectList.class);
                for (int i = 0; i < FLOODERS; i++) {
                    flooders.add(new Thread(() -> {
                        while (flooding.get()) {
                            source.tick().emit((int) emitted.incrementAndGet());
                        }
                    }));
                }
                flooders.forEach(Thread::start);
                for (int i = 0; i < 20; i++) {
                    CompletableFuture<Void> served = CompletableFuture.runAsync(() -> ask(lively, url));
                    Await.within(HEARTBEATS, "the host, before a heartbeat fails", served::isDone, Boolean.TRUE::equals);
                    served.join();
                }
                Await.until("the one who does not read to be dropped", () -> host.sources().stream().allMatch(
                        each -> each.subscribers() == 0));
            }
            flooding.set(false);
            for (Thread each : flooders) {
                each.join();
            }
            try (Node node = Node.create().connect(url).start()) {
                Board board = node.acquire(Board.class, "board");
                Replica.of(board).whenValid().timeout(20_000).getValue();
                Seen<Integer> ticks = new Seen<>();
                board.tick().connect(ticks);
                source.tick().emit(-1);
                ticks.await(-1);
            }
        } finally {
            flooding.set(false);
        }
    }

    @Test
    void whoDoesNotReadHoldsUpNobodyAndGetsTheLastValuesWhenItDoes() throws Exception {
        DemoBoard source = new DemoBoard();
        try (Node host = Node.create().listen("tcp://127.0.0.1:0").outboundLimits(1 << 16, 1 << 20).start();
                Node node = Node.create().connect(host.addresses().get(0)).start()) {
            host.enableRemoting("board", source);
            Board board = node.acquire(Board.class, "board");
            Replica.of(board).whenValid().timeout(20_000).getValue();
            try (RawPeer deaf = subscribe(host.addresses().get(0))) {
                int last = 200_000;
                for (int i = 1; i <= last; i++) {
                    source.first().set(i);
                    source.second().set(-i);
                }
                Await.until("the last values", () -> board.first().get() == last && board.second().get() == -last);
                assertEquals(2, host.sources().stream().filter(each -> each.name().equals("board")).findFirst().orElseThrow().subscribers(),
                        "values are conflated, so nobody need be dropped");

                int changes = 0;
                for (int first = 0, second = 0; first != last || second != -last; changes++) {
                    PropertyChangePacket change = deaf.expect(PropertyChangePacket.class);
                    int value = QtTypes.INT.readVariant(deaf.input(change.value()));
                    if (change.index() == 1) {
                        assertTrue(value > first, "values go back");
                        first = value;
                    } else {
                        assertTrue(value < second, "values go back");
                        second = value;
                    }
                }
                assertTrue(changes < last, "nothing was conflated: " + changes + " changes were sent");
            }
        }
    }

    /** Asks for a sign of life, and has a newcomer served. */
    private static void ask(RawPeer peer, String url) {
        try (RawPeer newcomer = RawPeer.connect(url)) {
            newcomer.expect(ObjectList.class);
            peer.send(out -> Ping.write(out, "board"));
            peer.expect(Pong.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RawPeer subscribe(String url) throws Exception {
        RawPeer peer = RawPeer.connect(url);
        peer.expect(ObjectList.class);
        peer.send(out -> AddObject.write(out, "board", false));
        peer.expect(InitPacket.class);
        return peer;
    }
}

package io.remoteobjects.pushstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.util.promise.Promise;
import org.osgi.util.pushstream.PushEvent;
import org.osgi.util.pushstream.PushEvent.EventType;
import org.osgi.util.pushstream.PushStreamProvider;
import org.osgi.util.pushstream.QueuePolicyOption;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Replica;
import io.remoteobjects.Signal;
import io.remoteobjects.node.Node;

@Timeout(180)
class PushStreamsTest {

    private static final int LIMIT = 65_536;

    private final MutableProperty<Integer> property = Property.of(0);
    private final Signal.Emitter<Integer> signal = Signal.emitter();
    private final Events events = new Events();

    @Test
    void propertySendsItsValueThenEveryChangeUntilItIsClosed() throws Exception {
        AutoCloseable open = PushStreams.of(property).open(events);
        assertEquals(0, events.value());
        property.set(1);
        assertEquals(1, events.value());
        open.close();
        events.assertClosed();
        open.close();
        property.set(2);
        PushStreams.of(property).open(events);
        assertEquals(2, events.value());
    }

    @Test
    void signalSendsWhatItCarriesWithoutLossToAConsumerThatIsHeld() throws Exception {
        PushStreams.of(signal).open(events);
        events.hold();
        IntStream.range(0, 1_000).forEach(signal::emit);
        events.letGo();
        for (int i = 0; i < 1_000; i++) {
            assertEquals(i, events.value());
        }
    }

    @Test
    void propertySendsItsLatestValueToAConsumerThatWasHeld() throws Exception {
        events.hold();
        PushStreams.of(property).open(events);
        assertEquals(0, events.value());
        IntStream.rangeClosed(1, 1_000).forEach(property::set);
        events.letGo();
        assertEquals(1_000, events.value());
        property.set(1_001);
        assertEquals(1_001, events.value());
    }

    @Test
    void consumerGetsNothingForAsLongAsItAskedFor() throws Exception {
        events.answer = 200;
        // Before it answers: it may have asked long before that is seen here.
        long start = System.nanoTime();
        PushStreams.of(property).open(events);
        assertEquals(0, events.value());
        property.set(1);
        assertEquals(1, events.value());
        assertTrue(System.nanoTime() - start >= Duration.ofMillis(200).toNanos());
    }

    @Test
    void threadsGoWhenThereIsNothingToSend() throws Exception {
        events.answer = 1;
        AutoCloseable open = PushStreams.of(property).open(events);
        assertEquals(0, events.value());
        property.set(1);
        assertEquals(1, events.value());
        open.close();
        events.assertClosed();
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            assertNotEquals("CompletableFutureDelayScheduler", each.getName());
            if (each.getName().equals("remoteobjects-pushstream")) {
                each.join(TimeUnit.SECONDS.toMillis(20));
                assertFalse(each.isAlive());
            }
        }
    }

    @Test
    void consumerThatWantsNoMoreIsClosed() throws Exception {
        events.answer = -1;
        PushStreams.of(property).open(events);
        assertEquals(0, events.value());
        events.assertClosed();
        property.set(1);
        assertEquals(0, events.more());
    }

    @Test
    void consumerThatFailsGetsTheErrorAndNothingElse() throws Exception {
        IllegalStateException failure = new IllegalStateException("no room");
        PushStreams.of(property).open(event -> {
            events.accept(event);
            if (!event.isTerminal()) {
                throw failure;
            }
            return 0;
        });
        assertEquals(0, events.value());
        assertEquals(failure, events.next().getFailure());
        property.set(1);
        assertEquals(0, events.more());
    }

    @Test
    void signalsThatNoLongerFitEndTheStreamWithAnErrorBehindThoseThatDo() throws Exception {
        PushStreams.of(signal).open(events);
        events.hold();
        signal.emit(-1);
        assertEquals(-1, events.value());
        IntStream.rangeClosed(0, LIMIT).forEach(signal::emit);
        events.letGo();
        for (int i = 0; i < LIMIT; i++) {
            assertEquals(i, events.value());
        }
        PushEvent<?> last = events.next();
        assertEquals(EventType.ERROR, last.getType());
        assertTrue(last.getFailure().getMessage().contains("too slow"), last.getFailure().getMessage());
    }

    @RemoteObject
    interface Counter {

        Property<Integer> count();

        Signal<Integer> passed();
    }

    private final Counter counter = new Counter() {
        @Override
        public Property<Integer> count() {
            return property;
        }

        @Override
        public Signal<Integer> passed() {
            return signal;
        }
    };

    @Test
    void streamsOfAReplicaHoldUpNobodyElseAndAreClosedWithIt() throws Exception {
        try (Node host = Node.create().listen("tcp://127.0.0.1:0").start();
                Node node = Node.create().connect(host.addresses().get(0)).start()) {
            host.enableRemoting("counter", counter);
            Counter replica = node.acquire(Counter.class, "counter");
            Replica.of(replica).whenValid().timeout(20_000).getValue();

            PushStreamProvider provider = new PushStreamProvider();
            List<Integer> counts = new ArrayList<>();
            Promise<Void> end = provider.buildStream(PushStreams.of(replica.count())).withBuffer(new ArrayBlockingQueue<>(2))
                    .withQueuePolicy(QueuePolicyOption.BLOCK).withParallelism(1).build().forEach(counts::add);
            events.hold();
            PushStreams.of(replica.passed()).open(events);
            BlockingQueue<Integer> other = new LinkedBlockingQueue<>();
            replica.count().onChange(other::add);

            for (int i = 1; i <= 100; i++) {
                signal.emit(i);
                property.set(i);
            }
            for (int i = 1; i <= 100; i++) {
                assertEquals(i, other.poll(20, TimeUnit.SECONDS));
            }
            assertEquals(1, events.value());

            node.release(replica);
            events.letGo();
            for (int i = 2; i <= 100; i++) {
                assertEquals(i, events.value());
            }
            events.assertClosed();
            end.timeout(20_000).getValue();
            assertEquals(100, counts.get(counts.size() - 1));
            assertEquals(counts.stream().sorted().toList(), counts);

            PushStreams.of(replica.passed()).open(events);
            events.assertClosed();
        }
    }
}

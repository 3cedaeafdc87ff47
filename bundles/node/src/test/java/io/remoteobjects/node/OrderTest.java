package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Replica;
import io.remoteobjects.Signal;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.Seen;

/** What happens at a Source reaches every replica in the order in which it happened there, nothing lost and nothing twice. */
@Timeout(300)
class OrderTest {

    private static final int THREADS = 8;
    private static final int EVENTS_A_THREAD = 1_500;
    private static final int EARLY = 5;
    private static final int LATE = 5;

    /** Values and signals that many threads change. */
    @RemoteObject
    interface Storm {

        Property<Integer> a();

        Property<Integer> b();

        Property<Integer> stamp();

        Signal<Integer> x();

        Signal<Integer> y();

        Promise<Integer> stampIt(int number);
    }

    static final class Stormy implements Storm {

        final MutableProperty<Integer> a = Property.of(0);
        final MutableProperty<Integer> b = Property.of(0);
        final MutableProperty<Integer> stamp = Property.of(0);
        final Signal.Emitter<Integer> x = Signal.emitter();
        final Signal.Emitter<Integer> y = Signal.emitter();

        @Override
        public Property<Integer> a() {
            return a;
        }

        @Override
        public Property<Integer> b() {
            return b;
        }

        @Override
        public Property<Integer> stamp() {
            return stamp;
        }

        @Override
        public Signal<Integer> x() {
            return x;
        }

        @Override
        public Signal<Integer> y() {
            return y;
        }

        @Override
        public Promise<Integer> stampIt(int number) {
            stamp.set(number);
            return Promises.resolved(number);
        }
    }

    /** One thing that a listener was told. */
    record Event(String member, int value) {
    }

    private static Seen<Event> listen(Storm storm) {
        Seen<Event> seen = new Seen<>();
        storm.a().onChange(value -> seen.accept(new Event("a", value)));
        storm.b().onChange(value -> seen.accept(new Event("b", value)));
        storm.stamp().onChange(value -> seen.accept(new Event("stamp", value)));
        storm.x().connect(value -> seen.accept(new Event("x", value)));
        storm.y().connect(value -> seen.accept(new Event("y", value)));
        return seen;
    }

    @ParameterizedTest
    @CsvSource({"tcp, 1", "local, 4"})
    void everyReplicaSeesTheOrderOfTheSource(String transport, int ioThreads) throws Exception {
        Stormy source = new Stormy();
        List<Node> nodes = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Node host = Node.create().listen(LocalNames.of(transport)).ioThreads(ioThreads).outboundLimits(64L << 20, 64L << 20).start()) {
            host.enableRemoting("storm", source);
            // every member has a value before, so that a late replica is told of three values when it joins, and no more
            source.a.set(1);
            source.b.set(1);
            source.stamp.set(1);
            Seen<Event> truth = listen(source);
            List<Seen<Event>> early = new ArrayList<>();
            List<Storm> replicas = new ArrayList<>();
            for (int i = 0; i < EARLY; i++) {
                Storm replica = join(host, nodes);
                Replica.of(replica).whenValid().timeout(20_000).getValue();
                replicas.add(replica);
                early.add(listen(replica));
            }

            AtomicInteger values = new AtomicInteger(1);
            CountDownLatch underWay = new CountDownLatch(THREADS * EVENTS_A_THREAD / 4);
            CountDownLatch joined = new CountDownLatch(LATE);
            List<Future<?>> done = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                done.add(threads.submit(() -> act(source, replicas.get(thread % EARLY), thread, values, underWay, joined)));
            }
            underWay.await();
            List<Seen<Event>> late = new ArrayList<>();
            for (int i = 0; i < LATE; i++) {
                Storm replica = join(host, nodes);
                late.add(listen(replica));
                Replica.of(replica).whenValid().onResolve(joined::countDown);
            }
            for (Future<?> each : done) {
                each.get(60, TimeUnit.SECONDS);
            }
            source.x.emit(-1);
            Event end = new Event("x", -1);
            truth.await(end);
            List<Event> expected = truth.all();
            assertTrue(expected.size() > THREADS * EVENTS_A_THREAD / 2, "the threads did little: " + expected.size());
            for (Seen<Event> each : early) {
                each.await(end);
                assertSame(expected, each.all());
            }
            for (Seen<Event> each : late) {
                each.await(end);
                assertJoined(expected, each.all());
            }
        } finally {
            threads.shutdownNow();
            nodes.forEach(Node::close);
        }
    }

    private static Storm join(Node host, List<Node> nodes) throws Exception {
        Node node = Node.create().connect(host.addresses().get(0)).start();
        nodes.add(node);
        return node.acquire(Storm.class, "storm");
    }

    /** Goes on at its leisure until the late ones have joined, so that they join in the middle. */
    private static void act(Stormy source, Storm replica, int thread, AtomicInteger values, CountDownLatch underWay,
            CountDownLatch joined) {
        Promise<Integer> last = null;
        for (int i = 0; i < EVENTS_A_THREAD || joined.getCount() > 0; i++) {
            int value = values.incrementAndGet();
            switch ((i + thread) % 5) {
                case 0 -> source.a.set(value);
                case 1 -> source.x.emit(value);
                case 2 -> source.b.set(value);
                case 3 -> source.y.emit(value);
                default -> last = i % 50 == 4 ? replica.stampIt(value) : last;
            }
            underWay.countDown();
            if (i >= EVENTS_A_THREAD) {
                LockSupport.parkNanos(2_000_000);
            }
        }
        Promise<Integer> stamped = last;
        Await.until("the last stamp", () -> stamped == null || stamped.isDone());
    }

    /** Compares by parts, as a message with all of it would be of no use. */
    private static void assertSame(List<Event> expected, List<Event> seen) {
        int common = Math.min(expected.size(), seen.size());
        for (int i = 0; i < common; i++) {
            int at = i;
            assertEquals(expected.get(i), seen.get(i), () -> "event " + at + " of " + expected.size() + "; before that: "
                    + expected.subList(Math.max(0, at - 3), at));
        }
        assertEquals(expected.size(), seen.size(), "how many events");
    }

    /** A late replica is told the values of one moment, and from then on everything. */
    private static void assertJoined(List<Event> expected, List<Event> seen) {
        List<Event> snapshot = seen.subList(0, 3);
        assertEquals(List.of("a", "b", "stamp"), snapshot.stream().map(Event::member).toList());
        List<Event> rest = seen.subList(3, seen.size());
        int joined = expected.size() - rest.size();
        assertTrue(joined >= 0, "more than there was");
        assertSame(expected.subList(joined, expected.size()), rest);
        Map<String, Integer> state = new HashMap<>(Map.of("a", 1, "b", 1, "stamp", 1));
        expected.subList(0, joined).forEach(event -> state.computeIfPresent(event.member(), (member, old) -> event.value()));
        snapshot.forEach(event -> assertEquals(state.get(event.member()), event.value(), "the snapshot's " + event.member()));
    }

    @ParameterizedTest
    @CsvSource({"tcp, 1", "local, 4"})
    void whatASlotChangedArrivesBeforeItsReply(String transport, int ioThreads) throws Exception {
        Stormy source = new Stormy();
        try (Node host = Node.create().listen(LocalNames.of(transport)).ioThreads(ioThreads).start();
                Node node = Node.create().connect(host.addresses().get(0)).start()) {
            host.enableRemoting("storm", source);
            Storm replica = node.acquire(Storm.class, "storm");
            Replica.of(replica).whenValid().timeout(20_000).getValue();
            Seen<Event> seen = listen(replica);
            List<Event> expected = new ArrayList<>();
            for (int i = 1; i <= 500; i++) {
                replica.stampIt(i).onSuccess(number -> seen.accept(new Event("reply", number)));
                expected.add(new Event("stamp", i));
            }
            seen.awaitCount(1_000);
            List<Event> all = seen.all();
            for (Event stamp : expected) {
                assertTrue(all.indexOf(stamp) < all.indexOf(new Event("reply", stamp.value())), () -> "the reply came before " + stamp);
            }
            assertEquals(expected, all.stream().filter(event -> event.member().equals("stamp")).toList());
        }
    }
}

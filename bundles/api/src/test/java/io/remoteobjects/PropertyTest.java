package io.remoteobjects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.remoteobjects.spi.SourceCell;

class PropertyTest {

    private final MutableProperty<Integer> property = Property.of(1);
    private final List<Integer> seen = new ArrayList<>();

    @Test
    void observerGetsTheCurrentValueAndThenEveryChange() {
        property.observe(seen::add);
        property.set(2);
        property.set(3);
        assertEquals(List.of(1, 2, 3), seen);
    }

    @Test
    void changeListenerGetsOnlyWhatIsSetLater() {
        property.onChange(seen::add);
        property.set(2);
        assertEquals(List.of(2), seen);
    }

    @Test
    void settingAnEqualValueTellsNobody() {
        property.onChange(seen::add);
        property.set(1);
        assertTrue(seen.isEmpty());
        MutableProperty<byte[]> bytes = Property.of(new byte[] {1});
        bytes.onChange(value -> seen.add(value.length));
        bytes.set(new byte[] {1});
        assertTrue(seen.isEmpty());
    }

    @Test
    void closedSubscriptionIsNotCalledAgain() {
        Subscription subscription = property.observe(seen::add);
        subscription.close();
        subscription.close();
        property.set(2);
        assertEquals(List.of(1), seen);
    }

    @Test
    void listenerThatSetsIsCalledAgainAfterItReturned() {
        List<String> steps = new ArrayList<>();
        property.onChange(value -> {
            steps.add("enter " + value);
            if (value < 4) {
                property.set(value + 1);
            }
            steps.add("leave " + value);
        });
        property.set(2);
        assertEquals(List.of("enter 2", "leave 2", "enter 3", "leave 3", "enter 4", "leave 4"), steps);
    }

    @Test
    void listenerThatThrowsKeepsNobodyFromBeingCalled() {
        property.onChange(value -> {
            throw new IllegalStateException("thrown on purpose, to be logged");
        });
        property.onChange(seen::add);
        property.set(2);
        property.set(3);
        assertEquals(List.of(2, 3), seen);
    }

    @Test
    void listenersSeeTheLastValueLastWhateverTheThreadsDo() throws InterruptedException {
        int threads = 8;
        int changes = 5_000;
        property.onChange(seen::add);
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> setters = IntStream.range(0, threads).mapToObj(thread -> new Thread(() -> {
            await(start);
            for (int i = 0; i < changes; i++) {
                property.set(thread * changes + i + 10);
            }
        })).toList();
        setters.forEach(Thread::start);
        start.countDown();
        for (Thread setter : setters) {
            setter.join();
        }
        // The thread that set last may have left the calls to another, which has ended too.
        assertEquals(threads * changes, seen.size());
        assertEquals(property.get(), seen.get(seen.size() - 1));
        for (int thread = 0; thread < threads; thread++) {
            int from = thread * changes + 10;
            List<Integer> own = seen.stream().filter(value -> value >= from && value < from + changes).toList();
            assertEquals(IntStream.range(from, from + changes).boxed().toList(), own);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void pushSetsUnlessTheSourceDecidesOtherwise() throws Exception {
        property.push(5).getValue();
        assertEquals(5, property.get());
        property.onPush(value -> property.set(Math.min(value, 10)));
        property.push(99).getValue();
        assertEquals(10, property.get());
        property.onPush(value -> {
            throw new IllegalArgumentException("refused");
        });
        assertEquals("refused", property.push(1).getFailure().getMessage());
        assertEquals(10, property.get());
    }

    @Test
    void whatIsSetWhileAPropertyIsRemotedIsNotTakenBack() {
        ((SourceCell) property).check(value -> {
            if (value.equals(1)) {
                property.set(2);
            }
            return value;
        });
        assertEquals(2, property.get());
    }

    @Test
    void replicaOfALocalSourceIsAlwaysValid() throws Exception {
        Replica handle = Replica.of(new LocalSource());
        assertTrue(handle.isValid());
        assertEquals("Counter", handle.type());
        assertSame(handle, handle.whenValid().getValue());
        assertFalse(handle.name().isEmpty());
    }

    @RemoteObject
    private interface Counter {
    }

    private static final class LocalSource implements Counter {
    }
}

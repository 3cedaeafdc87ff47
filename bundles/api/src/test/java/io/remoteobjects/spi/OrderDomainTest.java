package io.remoteobjects.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.Signal;

class OrderDomainTest {

    private static final int QUEUE_LIMIT = 65_536;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private final OrderDomain domain = new OrderDomain(tasks::add, new ListenerFailures() {
        @Override
        public void failed(Object cell, Throwable thrown) {
            throw new AssertionError(thrown);
        }

        @Override
        public void dropped(int signals) {
            dropped.addAndGet(signals);
        }
    });
    private final TestValue value = new TestValue(domain);
    private final SignalCell<String> signal = new SignalCell<>(domain);
    private final List<Object> seen = new ArrayList<>();

    private static final class TestValue extends ValueCell<Integer> {
        TestValue(OrderDomain domain) {
            super(domain, 0);
        }

        void set(int newValue) {
            store(newValue);
        }
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    @Test
    void valuesSignalsAndTasksComeInTheOrderTheyHappened() {
        value.onChange(seen::add);
        signal.connect(seen::add);
        value.set(1);
        signal.fire("a");
        domain.submit(() -> seen.add("task"));
        value.set(2);
        assertTrue(seen.isEmpty());
        runTasks();
        assertEquals(List.of(1, "a", "task", 2), seen);
    }

    @Test
    void nothingIsCalledWhileHeldAndAllOfItAfterwards() {
        value.onChange(changed -> seen.add(changed + " while the value is " + value.get()));
        domain.hold();
        value.set(1);
        value.set(2);
        runTasks();
        assertTrue(seen.isEmpty());
        domain.resume();
        runTasks();
        assertEquals(List.of("1 while the value is 2", "2 while the value is 2"), seen);
    }

    @Test
    void slowListenerGetsTheLatestValueAndNothingOutOfPlace() {
        value.onChange(seen::add);
        signal.connect(seen::add);
        value.set(-1);
        signal.fire("barrier");
        for (int i = 1; i <= 3 * QUEUE_LIMIT; i++) {
            value.set(i);
        }
        runTasks();
        assertEquals(List.of(-1, "barrier"), seen.subList(0, 2));
        assertEquals(3 * QUEUE_LIMIT, seen.get(seen.size() - 1));
        assertTrue(seen.size() < 2 * QUEUE_LIMIT, () -> "conflated to " + seen.size());
        assertEquals(0, dropped.get());
    }

    @Test
    void oldestSignalsAreDroppedAndCountedWhenListenersAreMuchTooSlow() {
        signal.connect(seen::add);
        int fired = 2 * QUEUE_LIMIT;
        for (int i = 0; i < fired; i++) {
            signal.fire("s" + i);
        }
        runTasks();
        assertEquals("s" + (fired - 1), seen.get(seen.size() - 1));
        assertEquals(fired, seen.size() + dropped.get());
    }

    @Test
    void stuckListenerOfValuesAndSignalsInTurnDoesNotMakeTheQueueGrow() {
        value.onChange(seen::add);
        signal.connect(text -> seen.add(-Integer.parseInt(text)));
        int last = 4 * QUEUE_LIMIT;
        for (int i = 1; i <= last; i++) {
            value.set(i);
            signal.fire(Integer.toString(i));
        }
        runTasks();
        assertTrue(seen.size() < 2 * QUEUE_LIMIT, () -> "grown to " + seen.size());
        assertEquals(List.of(last, -last), seen.subList(seen.size() - 2, seen.size()));
        int before = 0;
        for (Object each : seen) {
            int number = (int) each;
            // The signal -n comes after the value n, and each value after the signals before it.
            assertTrue(number > 0 ? number > before : -number >= before, () -> number + " is out of place");
            before = Math.abs(number);
        }
    }

    @Test
    void endedSubscriptionsGetNothingThatIsStillQueued() {
        value.onChange(seen::add);
        value.set(1);
        value.endSubscriptions();
        runTasks();
        assertTrue(seen.isEmpty());
    }

    @Test
    void valueFoundBeforeAnotherCameIsNotStoredEvenIfAllIsAsBefore() {
        value.onChange(seen::add);
        long before = value.version();
        value.set(7);
        value.set(0);
        assertFalse(value.store(1, before));
        assertTrue(value.store(2, value.version()));
        runTasks();
        assertEquals(List.of(7, 0, 2), seen);
    }

    /** Notes what it hears, the end as well. */
    private final class Noting implements EndListener<Object> {

        @Override
        public void accept(Object heard) {
            seen.add(heard);
        }

        @Override
        public void ended() {
            seen.add("end");
        }
    }

    @Test
    void endIsToldOnceInOrderAndWithoutTheLock() {
        value.observe(new Noting());
        signal.connect(new Noting());
        value.set(1);
        runTasks();
        value.endSubscriptions();
        value.set(2);
        signal.fire("a");
        value.endSubscriptions();
        runTasks();
        assertEquals(List.of(0, 1, "end", "a"), seen);
    }

    @Test
    void endIsToldToThoseWhoComeTooLateAndNotToThoseWhoLeft() {
        value.onChange(new Noting()).close();
        value.endSubscriptions();
        runTasks();
        assertEquals(List.of(), seen);
        value.onChange(new Noting());
        value.observe(new Noting());
        value.set(1);
        runTasks();
        assertEquals(List.of("end", 0, "end"), seen, "the end is told last, and nothing after it");
    }

    @Test
    void unitedCellsShareOneOrderAndKeepWhatWasQueued() {
        MutableProperty<Integer> property = Property.of(0);
        Signal.Emitter<String> emitter = Signal.emitter();
        property.onChange(seen::add);
        emitter.connect(seen::add);
        OrderDomain united = OrderDomain.unite(((Cell) property).domain(), ((Cell) emitter).domain());
        assertEquals(united, OrderDomain.unite(((Cell) emitter).domain(), ((Cell) property).domain()));
        united.hold();
        property.set(1);
        emitter.emit("a");
        property.set(2);
        united.resume();
        assertEquals(List.of(1, "a", 2), seen);
    }

    @Test
    void unitingWhileAListenerIsAtWorkKeepsItsOrder() {
        MutableProperty<Integer> first = Property.of(0);
        MutableProperty<Integer> second = Property.of(0);
        AtomicInteger inside = new AtomicInteger();
        second.onChange(changed -> {
            assertEquals(1, inside.incrementAndGet(), "one at a time");
            if (changed == 1) {
                OrderDomain.unite(((Cell) first).domain(), ((Cell) second).domain());
                second.set(2);
                Thread other = new Thread(() -> second.set(3));
                other.start();
                join(other);
            }
            seen.add(changed);
            inside.decrementAndGet();
        });
        second.set(1);
        assertEquals(List.of(1, 2, 3), seen);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void listenersAreCalledLaterIfTheirExecutorHasNoThreadNow() {
        AtomicInteger attempts = new AtomicInteger();
        OrderDomain poor = new OrderDomain(task -> {
            if (attempts.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            task.run();
        }, ListenerFailures.LOGGED);
        TestValue its = new TestValue(poor);
        its.onChange(seen::add);
        assertThrows(OutOfMemoryError.class, () -> its.set(1));
        its.set(2);
        assertEquals(List.of(1, 2), seen);
    }

    @Test
    void tapIsWokenBeforeListenersAreCalledWhoMayTakeTheirTime() {
        MutableProperty<Integer> property = Property.of(0);
        ((Cell) property).attach(new Tap() {
            @Override
            public boolean append(Object carried) {
                return true;
            }

            @Override
            public void wake() {
                seen.add("woken");
            }
        });
        property.onChange(changed -> seen.add("called"));
        property.set(1);
        assertEquals(List.of("woken", "called"), seen);
    }

    @Test
    void tapGetsEveryChangeInOrderAndIsWokenOutsideTheLock() {
        List<Object> tapped = new ArrayList<>();
        AtomicInteger woken = new AtomicInteger();
        Tap tap = new Tap() {
            @Override
            public boolean append(Object carried) {
                tapped.add(carried);
                return tapped.size() == 1;
            }

            @Override
            public void wake() {
                woken.incrementAndGet();
            }
        };
        value.attach(tap);
        signal.attach(tap);
        value.set(1);
        signal.fire("a");
        value.detach(tap);
        value.set(2);
        assertEquals(List.of(1, "a"), tapped);
        assertEquals(1, woken.get());
    }
}

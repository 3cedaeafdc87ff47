package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

/** What one way of discovery leaves behind. */
class OwnTasksTest {

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final DiscoveryThread thread = new DiscoveryThread();
    private final OwnTasks tasks = new OwnTasks(thread);

    @Test
    void atTheEndWhatRunsIsDoneAndNothingElseIs() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch ending = new CountDownLatch(1);
        tasks.execute(() -> {
            running.countDown();
            await(ending);
            done.add("running");
        });
        tasks.execute(() -> done.add("waiting"));
        running.await();
        Thread end = new Thread(() -> {
            tasks.close();
            done.add("ended");
        });
        end.start();
        while (end.isAlive() && end.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        ending.countDown();
        end.join();
        tasks.execute(() -> done.add("late"));
        thread.stop(() -> { });

        assertEquals(List.of("running", "ended"), done);
    }

    @Test
    void whatWaitsIsNotKnownAnyMoreThoughItsTimeHasNotCome() {
        WeakReference<Object> bundle = waiting();
        tasks.close();
        // The thread may be looking at it just now.
        for (int i = 0; i < 100 && bundle.get() != null; i++) {
            System.gc();
        }

        assertNull(bundle.get());
        thread.stop(() -> { });
    }

    private WeakReference<Object> waiting() {
        Object bundle = new Object();
        tasks.schedule(() -> done.add(bundle.toString()), 60_000);
        return new WeakReference<>(bundle);
    }

    @Test
    void endsOnTheThreadItself() {
        tasks.execute(() -> {
            tasks.close();
            done.add("ended");
        });
        thread.stop(() -> { });

        assertEquals(List.of("ended"), done);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

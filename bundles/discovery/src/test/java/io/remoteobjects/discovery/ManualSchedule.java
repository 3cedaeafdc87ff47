package io.remoteobjects.discovery;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Runs tasks when a test lets time pass. */
final class ManualSchedule implements Schedule {

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
    private long now;
    private long count;

    private record Task(long due, long order, Runnable work) {
    }

    @Override
    public void execute(Runnable task) {
        schedule(task, 0);
    }

    @Override
    public void schedule(Runnable task, long delayMillis) {
        tasks.add(new Task(now + delayMillis, count++, task));
    }

    /** Runs all that is due, and what becomes due by it. */
    void runDue() {
        while (!tasks.isEmpty() && tasks.peek().due <= now) {
            tasks.poll().work.run();
        }
    }

    /** Lets time pass. */
    void pass(long millis) {
        now += millis;
        runDue();
    }
}

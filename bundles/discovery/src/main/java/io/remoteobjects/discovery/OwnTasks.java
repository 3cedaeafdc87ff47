package io.remoteobjects.discovery;

import java.util.HashSet;
import java.util.Set;

/** The tasks of one way of discovery. Once it has ended, nothing here refers to them: its bundle may be gone. */
final class OwnTasks implements Discovery.Tasks {

    private final DiscoveryThread thread;

    // guarded by this
    private final Set<Task> waiting = new HashSet<>();
    private boolean closed;

    OwnTasks(DiscoveryThread thread) {
        this.thread = thread;
    }

    @Override
    public void execute(Runnable task) {
        schedule(task, 0);
    }

    @Override
    public synchronized void schedule(Runnable work, long delayMillis) {
        if (!closed) {
            Task task = new Task(work);
            waiting.add(task);
            thread.schedule(task, delayMillis);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.forEach(each -> each.work = null);
            waiting.clear();
        }
        thread.awaitTurn();
    }

    private synchronized Runnable take(Task task) {
        waiting.remove(task);
        return task.work;
    }

    private final class Task implements Runnable {

        // guarded by the outer object; null: not to be run any more
        private Runnable work;

        Task(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            Runnable taken = take(this);
            if (taken != null) {
                taken.run();
            }
        }
    }
}

package io.remoteobjects.node.source;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/**
 * One thing at a time, in order of arrival, on threads of an executor: how the slots of a Source run. Any thread.
 */
final class Turns {

    private final Executor executor;

    // guarded by this
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    Turns(Executor executor) {
        this.executor = executor;
    }

    /** Runs a task when those before it are done. */
    void take(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (busy) {
                return;
            }
            busy = true;
        }
        executor.execute(this::run);
    }

    /**
     * Runs a task on this thread if nothing is before it, else when those before it are done.
     *
     * @param task one that does not block
     */
    void takeHere(Runnable task) {
        synchronized (this) {
            if (busy) {
                waiting.add(task);
                return;
            }
            busy = true;
        }
        boolean more = true;
        try {
            task.run();
        } finally {
            synchronized (this) {
                busy = !waiting.isEmpty();
                more = busy;
            }
            if (more) {
                executor.execute(this::run);
            }
        }
    }

    private void run() {
        while (true) {
            Runnable next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    busy = false;
                    return;
                }
            }
            next.run();
        }
    }

    synchronized int waiting() {
        return waiting.size();
    }
}

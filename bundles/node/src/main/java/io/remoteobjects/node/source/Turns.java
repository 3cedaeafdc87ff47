package io.remoteobjects.node.source;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few things at a time, in order of arrival, on threads of an executor: how the slots of a Source run, so that no peer can make this
 * process start threads without end. Any thread.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Executor executor;
    private final int atOnce;

    // guarded by this
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    /**
     * @param executor runs what has its turn
     * @param atOnce how many things may run at the same time
     */
    Turns(Executor executor, int atOnce) {
        this.executor = executor;
        this.atOnce = atOnce;
    }

    /** Runs a task when those before it have had their turn. */
    void take(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (running == atOnce) {
                return;
            }
            running++;
        }
        start();
    }

    /**
     * Runs a task on this thread if nothing is before it, else when those before it have had their turn.
     *
     * @param task one that does not block
     */
    void takeHere(Runnable task) {
        synchronized (this) {
            if (running == atOnce) {
                waiting.add(task);
                return;
            }
            running++;
        }
        runOne(task);
        boolean more;
        synchronized (this) {
            more = !waiting.isEmpty();
            if (!more) {
                running--;
            }
        }
        if (more) {
            start();
        }
    }

    private void start() {
        boolean started = false;
        try {
            executor.execute(this::run);
            started = true;
        } finally {
            if (!started) {
                synchronized (this) {
                    running--;
                }
            }
        }
    }

    private void run() {
        while (true) {
            Runnable next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    running--;
                    return;
                }
            }
            runOne(next);
        }
    }

    /** Whatever a task throws, the next has its turn. */
    private static void runOne(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            LOG.error("A slot ended in a way it must not", thrown);
        }
    }
}

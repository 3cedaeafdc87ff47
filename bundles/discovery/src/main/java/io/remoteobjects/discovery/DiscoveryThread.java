package io.remoteobjects.discovery;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which discovery works, so that nobody who tells it something ever waits for it. */
final class DiscoveryThread implements Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryThread.class);
    private static final long STOP_SECONDS = 5;

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, this::thread);
    private volatile Thread thread;

    DiscoveryThread() {
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private Thread thread(Runnable task) {
        thread = new Thread(task, "remoteobjects-discovery");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        schedule(task, 0);
    }

    @Override
    public void schedule(Runnable task, long delayMillis) {
        try {
            executor.schedule(() -> run(task), delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("Discovery is stopped and looks at nothing any more");
        }
    }

    /** A failure of whatever kind must not be lost in a future that nobody looks at. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable failed) {
            LOG.error("Discovery failed on an event; later ones are looked at all the same. This is an error in the software: report it.",
                    failed);
        }
    }

    /** Waits until what is running now has ended, a short time at most. */
    void awaitTurn() {
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            executor.submit(() -> { }).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException | ExecutionException | TimeoutException stopped) {
            LOG.debug("Discovery is stopped, or busy", stopped);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a last task after those that wait, and waits until it is done, a short time at most. */
    void stop(Runnable last) {
        executor.submit(() -> run(last));
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An endpoint listener holds up the stop of discovery for more than {} s; it is left behind", STOP_SECONDS);
                executor.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

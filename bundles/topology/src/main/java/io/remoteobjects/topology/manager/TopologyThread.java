package io.remoteobjects.topology.manager;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.topology.imports.Timers;

/** The one thread on which services are exported and imported. Tasks that come after its end are dropped. */
final class TopologyThread implements Executor, Timers {

    private static final Logger LOG = LoggerFactory.getLogger(TopologyThread.class);

    private static final long END_SECONDS = 20;

    private final ScheduledThreadPoolExecutor executor;

    TopologyThread() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "remoteobjects-topology");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(guarded(task));
        } catch (RejectedExecutionException ended) {
            LOG.debug("The topology manager has ended");
        }
    }

    @Override
    public Runnable schedule(Runnable task, long millis) {
        try {
            Future<?> later = executor.schedule(guarded(task), millis, TimeUnit.MILLISECONDS);
            return () -> later.cancel(false);
        } catch (RejectedExecutionException ended) {
            return () -> { };
        }
    }

    /** A failure, of whatever kind, ends one task, and must not be lost in a future that nobody looks at. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable failed) {
                LOG.error("The topology manager failed in a task; others go on", failed);
            }
        };
    }

    /** Runs a last task after all that was given, waits for it, and ends the thread. */
    void end(Runnable last) {
        CountDownLatch done = new CountDownLatch(1);
        execute(() -> {
            try {
                last.run();
            } finally {
                done.countDown();
            }
        });
        try {
            if (!done.await(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The topology manager did not end within {} s; a service that was imported may hold it up", END_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        executor.shutdown();
    }
}

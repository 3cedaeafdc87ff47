package io.remoteobjects.node;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a node beside its event loops. */
final class NodeThreads {

    private NodeThreads() {
    }

    /** Threads for slots and listeners: as many as there are Sources and replicas at work, for each of them takes one at a time. */
    static ExecutorService callbacks() {
        return Executors.newCachedThreadPool(named("remoteobjects-worker"));
    }

    /** One thread for the node's own affairs. */
    static ScheduledExecutorService work() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, named("remoteobjects-node"));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}

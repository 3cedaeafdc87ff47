package io.remoteobjects.node;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.EventLoopGroup;

import io.remoteobjects.node.transport.Transports;

/** The threads of a node, or of several that share them. */
final class NodeThreads implements AutoCloseable {

    /** For what is shared. */
    final EventLoopGroup hostLoops;

    /** One for what is acquired. */
    final EventLoopGroup replicaLoops = Transports.startLoops("remoteobjects-replica", 1);

    /** For slots and listeners: as many threads as there are Sources and replicas at work, for each of them takes one at a time. */
    final ExecutorService callbacks = Executors.newCachedThreadPool(named("remoteobjects-worker"));

    /** One thread for the node's own affairs. */
    final ScheduledExecutorService work;

    NodeThreads(int hostThreads) {
        hostLoops = Transports.startLoops("remoteobjects-host", hostThreads);
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, named("remoteobjects-node"));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        work = executor;
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Stops them all, those with work to hand on first. */
    @Override
    public void close() {
        work.shutdown();
        await(work, 5);
        Transports.stop(hostLoops);
        Transports.stop(replicaLoops);
        // Listeners at work may end; those that wait for something are interrupted.
        callbacks.shutdown();
        await(callbacks, 1);
        callbacks.shutdownNow();
        await(callbacks, 4);
    }

    private static void await(ExecutorService executor, int seconds) {
        try {
            executor.awaitTermination(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.remoteobjects.node.transport;

import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.FastThreadLocalThread;

/**
 * The threads that run event loops: nothing on them may wait. They are of no class of ours, for a framework may keep one that has ended, as
 * Felix 7.0.5 now and then does, and with it the class loader of its class.
 */
public final class LoopThread {

    private static final FastThreadLocal<Boolean> RUNS_LOOP = new FastThreadLocal<>();

    private LoopThread() {
    }

    /** {@return whether the current thread runs an event loop} */
    public static boolean isCurrent() {
        return RUNS_LOOP.isSet();
    }

    /**
     * Refuses to wait on an event loop, where what is waited for could never come.
     *
     * @param what what would wait, for the message
     * @throws IllegalStateException if the current thread runs an event loop
     */
    public static void refuseToBlock(String what) {
        if (isCurrent()) {
            throw new IllegalStateException(what + " would block the event loop " + Thread.currentThread().getName()
                    + ". Use the asynchronous form (a Promise), or call from another thread.");
        }
    }

    /** Makes the threads of one node. */
    static final class Factory implements ThreadFactory {
        private final AtomicInteger count = new AtomicInteger();
        private final String prefix;

        Factory(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Thread newThread(Runnable runnable) {
            // A task that lets go of what it has run, which a thread of JDK 21 does not.
            Runnable loop = new FutureTask<>(() -> {
                RUNS_LOOP.set(true);
                runnable.run();
            }, null);
            Thread thread = new FastThreadLocalThread(loop, prefix + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }
}

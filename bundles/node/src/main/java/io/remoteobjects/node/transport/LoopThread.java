package io.remoteobjects.node.transport;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.util.concurrent.FastThreadLocalThread;

/** A thread that runs an event loop: nothing on it may wait. */
public final class LoopThread extends FastThreadLocalThread {

    private LoopThread(Runnable runnable, String name) {
        super(runnable, name);
        setDaemon(true);
    }

    /** {@return whether the current thread runs an event loop} */
    public static boolean isCurrent() {
        return Thread.currentThread() instanceof LoopThread;
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
            return new LoopThread(runnable, prefix + "-" + count.incrementAndGet());
        }
    }
}

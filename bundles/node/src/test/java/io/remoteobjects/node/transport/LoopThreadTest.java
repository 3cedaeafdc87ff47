package io.remoteobjects.node.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.FastThreadLocalThread;

class LoopThreadTest {

    private final EventLoopGroup loops = Transports.startLoops("loop", 1);

    @AfterEach
    void stop() {
        Transports.stop(loops);
    }

    @Test
    void loopKnowsThatItMustNotWait() throws Exception {
        assertTrue(loops.submit(LoopThread::isCurrent).get());
        assertFalse(LoopThread.isCurrent());

        String message = loops.submit(() -> assertThrows(IllegalStateException.class, () -> LoopThread.refuseToBlock("Calling it")))
                .get().getMessage();
        assertEquals("Calling it would block the event loop loop-1. Use the asynchronous form (a Promise), or call from another thread.",
                message);
    }

    @Test
    void otherThreadOfNettyMayWait() throws Exception {
        CompletableFuture<Boolean> isLoop = new CompletableFuture<>();
        new FastThreadLocalThread(() -> isLoop.complete(LoopThread.isCurrent())).start();

        assertFalse(isLoop.get());
    }

    @Test
    void endedThreadKeepsNothingOfOurs() throws Exception {
        Object[] work = {new Object()};
        WeakReference<Object> ours = new WeakReference<>(work[0]);
        Thread thread = new LoopThread.Factory("loop").newThread(needs(work[0]));
        work[0] = null;
        thread.start();
        thread.join();
        System.gc();

        assertTrue(ours.refersTo(null));
        assertEquals(FastThreadLocalThread.class, thread.getClass());
    }

    private static Runnable needs(Object something) {
        return something::hashCode;
    }
}

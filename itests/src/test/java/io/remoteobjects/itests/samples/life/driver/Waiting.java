package io.remoteobjects.itests.samples.life.driver;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition. */
final class Waiting {

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long POLL_NANOS = 2_000_000;

    private Waiting() {
    }

    /** @param trouble what is still in the way; null for nothing */
    static void until(String what, Supplier<String> trouble) {
        long start = System.nanoTime();
        for (String last = trouble.get(); last != null; last = trouble.get()) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException("waited in vain for " + what + ": " + last);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}

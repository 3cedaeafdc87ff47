package io.remoteobjects.itests.printer;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, never for a length of time. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

    private Waiting() {
    }

    static void until(String what, BooleanSupplier condition, Supplier<String> evidence) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos() || Thread.currentThread().isInterrupted()) {
                throw new AssertionError("Waited in vain for " + what + ". " + evidence.get());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}

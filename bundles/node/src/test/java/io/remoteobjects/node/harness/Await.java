package io.remoteobjects.node.harness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, never for a length of time. */
public final class Await {

    /** As long as anything may take on a busy machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long POLL_NANOS = Duration.ofMillis(2).toNanos();

    private Await() {
    }

    /**
     * Waits until the condition holds.
     *
     * @param what the end of "Waited in vain for ..."
     * @throws AssertionError when it does not hold in time
     */
    public static void until(String what, BooleanSupplier condition) {
        until(what, condition::getAsBoolean, Boolean.TRUE::equals);
    }

    /** Asks again and again until an answer will do, and returns it. */
    public static <T> T until(String what, Supplier<T> question, Predicate<? super T> willDo) {
        return until(what, PATIENCE, question, willDo);
    }

    /** As above, but no longer than a time. */
    public static <T> T until(String what, Duration atMost, Supplier<T> question, Predicate<? super T> willDo) {
        long start = System.nanoTime();
        while (true) {
            T answer = question.get();
            if (willDo.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - start > atMost.toNanos() || Thread.currentThread().isInterrupted()) {
                throw new AssertionError("Waited " + atMost.toMillis() + " ms in vain for " + what + ". Last seen: " + answer);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}

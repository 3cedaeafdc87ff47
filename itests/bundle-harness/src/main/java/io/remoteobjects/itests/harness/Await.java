package io.remoteobjects.itests.harness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, never for a length of time. */
public final class Await {

    private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

    private Await() {
    }

    /**
     * Waits until the condition holds.
     *
     * @param what what is waited for, as the end of "waited in vain for ..."
     * @throws AssertionError when it does not hold within the time
     */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        until(what, atMost, condition::getAsBoolean, Boolean.TRUE::equals);
    }

    /**
     * Asks again and again until an answer will do, and returns that answer.
     *
     * @param what what is waited for, as the end of "waited in vain for ..."
     * @throws AssertionError when no answer will do within the time; it shows the last one
     */
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

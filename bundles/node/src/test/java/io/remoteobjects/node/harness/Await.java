package io.remoteobjects.node.harness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition, never for a length of time. */
public final class Await {

    /** As long as anything may take on a busy machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long POLL_NANOS = Duration.ofMillis(2).toNanos();

    /** What a wait between two questions counts at most where a promise is measured. */
    private static final long LONGEST_POLL_NANOS = 2 * POLL_NANOS;

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
        return until(what, atMost, Long.MAX_VALUE, question, willDo);
    }

    /**
     * As above, for what is promised within a time. Only time in which this thread had its turns counts: where others keep the processors
     * from it, they keep them from those who have to hold the promise too.
     */
    public static <T> T within(Duration promised, String what, Supplier<T> question, Predicate<? super T> willDo) {
        return until(what, promised, LONGEST_POLL_NANOS, question, willDo);
    }

    private static <T> T until(String what, Duration atMost, long longestPoll, Supplier<T> question, Predicate<? super T> willDo) {
        long waited = 0;
        for (long before = System.nanoTime();;) {
            T answer = question.get();
            if (willDo.test(answer)) {
                return answer;
            }
            if (waited > atMost.toNanos() || Thread.currentThread().isInterrupted()) {
                throw new AssertionError("Waited " + atMost.toMillis() + " ms in vain for " + what + ". Last seen: " + answer);
            }
            LockSupport.parkNanos(POLL_NANOS);
            long now = System.nanoTime();
            waited += Math.min(now - before, longestPoll);
            before = now;
        }
    }
}

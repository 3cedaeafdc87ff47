package io.remoteobjects.examples.gps.source;

import java.time.Duration;
import java.time.LocalTime;

/** Holds a recording back to the pace of its own time stamps, or a multiple of it. For one thread. */
final class Pacer {

    /** A longer gap was not one of reception: somebody joined recordings, or the clock passed midnight. */
    private static final long LONGEST_GAP_NANOS = Duration.ofMinutes(1).toNanos();

    private final double speed;
    private final Ticker ticker;
    private LocalTime previous;
    private long dueNanos;

    /**
     * @param speed how many times faster than the time stamps; 0 never waits
     * @param ticker the time
     */
    Pacer(double speed, Ticker ticker) {
        this.speed = speed;
        this.ticker = ticker;
    }

    /**
     * Waits until it is time for a report.
     *
     * @param time its time stamp, null for none
     */
    void await(LocalTime time) throws InterruptedException {
        if (speed == 0 || time == null || time.equals(previous)) {
            return;
        }
        long gapNanos = previous == null ? -1 : Duration.between(previous, time).toNanos();
        previous = time;
        if (gapNanos < 0 || gapNanos > LONGEST_GAP_NANOS) {
            dueNanos = ticker.nanoTime();
        } else {
            dueNanos += (long) (gapNanos / speed);
            ticker.sleep(dueNanos - ticker.nanoTime());
        }
    }
}

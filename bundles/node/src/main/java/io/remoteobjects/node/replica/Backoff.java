package io.remoteobjects.node.replica;

import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait between attempts: the shortest time first, doubled each time up to the longest, each varied at random by up to a
 * quarter so that many who lost the same host do not come back at the same moment. Not thread-safe.
 */
final class Backoff {

    private final long minMillis;
    private final long maxMillis;
    private long nextMillis;

    Backoff(long minMillis, long maxMillis) {
        this.minMillis = minMillis;
        this.maxMillis = Math.max(minMillis, maxMillis);
        this.nextMillis = minMillis;
    }

    long next() {
        long base = nextMillis;
        nextMillis = Math.min(maxMillis, nextMillis * 2);
        return base - base / 4 + ThreadLocalRandom.current().nextLong(base / 2 + 1);
    }

    void reset() {
        nextMillis = minMillis;
    }
}

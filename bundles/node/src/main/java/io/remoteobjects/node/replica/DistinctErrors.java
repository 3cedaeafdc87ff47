package io.remoteobjects.node.replica;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;

/** Logs an error the first time and counts it after that, so that a value that comes a thousand times a second fills no disk. */
final class DistinctErrors {

    private static final int MAX_DISTINCT = 100;

    private final Logger log;
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    DistinctErrors(Logger log) {
        this.log = log;
    }

    void report(String what, Throwable cause) {
        AtomicLong count = counts.size() < MAX_DISTINCT ? counts.computeIfAbsent(what, key -> new AtomicLong()) : counts.get(what);
        long times = count == null ? 0 : count.incrementAndGet();
        // the 1st, 10th, 100th, ... time
        if (times == 1) {
            log.error("{}: {}", what, cause.getMessage());
        } else if (times > 1 && isPowerOfTen(times)) {
            log.error("{}: {} (so far {} times)", what, cause.getMessage(), times);
        }
    }

    private static boolean isPowerOfTen(long number) {
        long power = 10;
        while (power < number) {
            power *= 10;
        }
        return power == number;
    }
}

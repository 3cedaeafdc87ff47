package io.remoteobjects.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Samples in nanoseconds; one writer. */
final class Latencies {

    private long[] samples = new long[1 << 16];
    private int count;

    void add(long nanos) {
        if (count == samples.length) {
            samples = Arrays.copyOf(samples, count * 2);
        }
        samples[count++] = nanos;
    }

    String percentiles() {
        Arrays.sort(samples, 0, count);
        return String.format(Locale.ROOT, "\"p50_us\":%.1f,\"p99_us\":%.1f,\"p999_us\":%.1f,\"n\":%d", at(.5), at(.99), at(.999), count);
    }

    private double at(double share) {
        return count == 0 ? 0 : samples[Math.min(count - 1, (int) (share * count))] / 1000.0;
    }
}

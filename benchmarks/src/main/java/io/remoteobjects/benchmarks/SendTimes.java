package io.remoteobjects.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel.MapMode;

/** When the source made each change, in a file that both processes map ({@code BENCH_TS}): nanoseconds by sequence number. */
final class SendTimes {

    private static final int LENGTH = 1 << 21;

    private final LongBuffer times;

    SendTimes() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(System.getenv().getOrDefault("BENCH_TS", "/dev/shm/remoteobjects-bench"), "rw")) {
            times = file.getChannel().map(MapMode.READ_WRITE, 0, LENGTH * 8L).order(ByteOrder.nativeOrder()).asLongBuffer();
        }
    }

    void sent(int sequence) {
        times.put(sequence & LENGTH - 1, System.nanoTime());
    }

    long age(int sequence) {
        return System.nanoTime() - times.get(sequence & LENGTH - 1);
    }
}

package io.remoteobjects.zookeeper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What is logged while it is open. */
final class CapturedLog extends ByteArrayOutputStream {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrintStream before = System.err;

    CapturedLog() {
        System.setErr(new PrintStream(this, true, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        super.write(bytes, offset, length);
        notifyAll();
    }

    /** Waits until something is logged. */
    synchronized void await(String text) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!toString(StandardCharsets.UTF_8).contains(text)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("\"" + text + "\" was not logged, but\n" + toString(StandardCharsets.UTF_8));
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}

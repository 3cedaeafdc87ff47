package io.remoteobjects.examples.gps.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.remoteobjects.examples.gps.Fix;
import io.remoteobjects.examples.gps.FixLost;

/** A real gpsd between a receiver (played by this test, over TCP) and the Source. */
@Timeout(180)
class GpsdTest {

    private final FakeDevice device = new FakeDevice();
    private final ScheduledExecutorService feed = Executors.newSingleThreadScheduledExecutor();
    private Process gpsd;
    private NmeaGps gps;

    @AfterEach
    void stop() throws Exception {
        if (gps != null) {
            gps.stop();
        }
        feed.shutdownNow();
        if (gpsd != null) {
            gpsd.destroyForcibly().waitFor();
        }
        device.close();
    }

    @Test
    void fixesComeThroughARealGpsdAndAreLostWithIt(@TempDir Path folder) throws Exception {
        int port = freePort();
        gpsd = start(port, folder.resolve("gpsd.log"));
        gps = new NmeaGps(new GpsSettings(NmeaInput.of("gpsd://127.0.0.1:" + port, Duration.ofSeconds(15)), 1, true, 10,
                Duration.ofMillis(100)));
        Observed<Fix> fixes = Observed.changesOf(gps.fix());
        Observed<FixLost> losses = Observed.of(gps.fixLost());
        gps.start();
        device.accept();
        feed.scheduleAtFixedRate(new Epochs(), 0, 50, TimeUnit.MILLISECONDS);

        Fix first = fixes.next();
        Fix second = fixes.next();
        assertEquals(SampleTrack.latitude(0), first.latitude(), 0.03);
        assertEquals(SampleTrack.longitude(0), first.longitude(), 0.06);
        assertTrue(first.satellites() >= 8);
        assertTrue(second.time().isAfter(first.time()));

        gpsd.destroyForcibly().waitFor();
        losses.next();
    }

    /** Sends the sample track second by second, twenty times as fast as it was made. */
    private final class Epochs implements Runnable {

        private final String[] seconds = SampleTrack.text().split("(?=\\$GPRMC)");
        private int next = 1;

        @Override
        public void run() {
            try {
                device.send(seconds[next++ % seconds.length]);
            } catch (IOException gone) {
                feed.shutdown();
            }
        }
    }

    private Process start(int port, Path log) throws IOException {
        Path program = installed("gpsd").orElseGet(GpsdTest::skip);
        return new ProcessBuilder(program.toString(), "-n", "-N", "-D2", "-S", String.valueOf(port), device.url())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static Optional<Path> installed(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
    }

    private static Path skip() {
        String message = "SKIPPED: there is no gpsd on this machine. Install the package gpsd to run this test.";
        if ("true".equals(System.getenv("REMOTEOBJECTS_REQUIRE_ALL"))) {
            return fail(message);
        }
        System.err.println(message);
        return abort(message);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package io.remoteobjects.examples.gps.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that reads an input, again and again if it ends, and hands on what it says. */
final class Receiver implements AutoCloseable {

    /** Told what was read, by the receiver's thread. */
    interface Listener {

        /** @param report what an undamaged sentence says */
        void received(Report report);

        /** A sentence was damaged and skipped. */
        void damaged();

        /** @param reason why nothing will come for now, or for good; for people */
        void ended(String reason);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final GpsSettings settings;
    private final NmeaInput input;
    private final Ticker ticker;
    private final Listener listener;
    private final Thread thread = new Thread(this::run, "gps-source");
    private volatile boolean closed;
    private Health health = Health.UNKNOWN;
    private long skipped;

    /** Call {@link #start} next. */
    Receiver(GpsSettings settings, Ticker ticker, Listener listener) {
        this.settings = settings;
        this.input = settings.input();
        this.ticker = ticker;
        this.listener = listener;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends reading. When this returns nothing more is handed on; a listener that calls this itself is the last to be called. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The thread that reads {} does not stop: a listener of the GPS Source blocks it. See a thread dump for {}.", input,
                    thread.getName());
        }
    }

    private void run() {
        boolean again = settings.loop() || !input.isRecording();
        try {
            do {
                read();
                ticker.sleep(again ? settings.retry().toNanos() : 0);
            } while (again && !closed);
        } catch (InterruptedException stopped) {
            LOG.debug("Stopped reading {}.", input);
        }
    }

    private void read() throws InterruptedException {
        Pacer pacer = new Pacer(input.isRecording() ? settings.speed() : 0, ticker);
        try (InputStream in = input.open()) {
            LineReader lines = new LineReader(in);
            for (String line = lines.next(); line != null && !closed; line = lines.next()) {
                read(line, pacer);
            }
            if (!input.isRecording()) {
                ended("the device closed the connection");
            } else if (!settings.loop()) {
                ended("the recording has ended");
            }
        } catch (SocketTimeoutException silent) {
            ended("the device is silent");
        } catch (IOException failed) {
            ended(failed.toString());
        } finally {
            if (skipped > 0) {
                LOG.info("Skipped {} damaged sentences from {}.", skipped, input);
                skipped = 0;
            }
        }
    }

    private void read(String line, Pacer pacer) throws InterruptedException {
        Optional<Report> report;
        try {
            report = NmeaParser.parse(line);
        } catch (DamagedSentenceException damaged) {
            LOG.debug("Skipped a damaged sentence from {}: {}", input, damaged.getMessage());
            skipped++;
            listener.damaged();
            return;
        }
        if (report.isPresent()) {
            pacer.await(report.get().time());
            if (!closed) {
                working();
                listener.received(report.get());
            }
        }
    }

    private void working() {
        if (health != Health.WORKING) {
            health = Health.WORKING;
            LOG.info("Reading NMEA sentences from {}.", input);
        }
    }

    private void ended(String reason) {
        if (closed) {
            return;
        }
        if (health == Health.FAILING) {
            LOG.debug("Still no NMEA sentences from {}: {}.", input, reason);
        } else if (input.isRecording()) {
            LOG.info("No more NMEA sentences from {}: {}.", input, reason);
        } else {
            LOG.warn("No NMEA sentences from {}: {}. Check that it is on and reachable; trying again every {} s.", input, reason,
                    settings.retry().toSeconds());
        }
        health = Health.FAILING;
        listener.ended(reason);
    }

    /** What was logged last, so that an outage makes two lines however long it is. */
    private enum Health {
        UNKNOWN, WORKING, FAILING
    }
}

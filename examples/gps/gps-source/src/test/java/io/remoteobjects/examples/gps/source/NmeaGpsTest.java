package io.remoteobjects.examples.gps.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.remoteobjects.examples.gps.Fix;
import io.remoteobjects.examples.gps.FixLost;

@Timeout(180)
class NmeaGpsTest {

    private static final String NO_FIX = Nmea.sentence("GPRMC,120003.00,V,,,,,,,010626,,,N") + "\n";

    private NmeaGps gps;

    @AfterEach
    void stop() {
        gps.stop();
    }

    @Test
    void hasNoFixBeforeTheFirstSentence() throws Exception {
        gps = playing(1, 10, "");
        assertEquals(Fix.NONE, gps.fix().get());
        assertFalse(gps.fix().get().isCurrent());
        assertEquals(0, gps.satellites(true).getValue());
        assertEquals(0, gps.satellites(false).getValue());
    }

    @Test
    void lostFixKeepsPositionAndTimeForThoseWhoLookLater() throws Exception {
        gps = playing(0, 10, Nmea.fix("120000.00") + Nmea.sentence("GPGSV,3,1,11") + "\n" + NO_FIX + NO_FIX);
        Observed<Fix> fixes = Observed.changesOf(gps.fix());
        Observed<FixLost> losses = Observed.of(gps.fixLost());
        gps.start();

        Fix fix = new Fix(54, 7, 12.5, 8, Instant.parse("2026-06-01T12:00:00Z"));
        assertEquals(fix, fixes.next());
        assertEquals(fix.lost(), fixes.next());
        assertFalse(gps.fix().get().isCurrent());
        assertEquals(new FixLost("the receiver has no fix (RMC status V)", 11), losses.next());
        fixes.assertNothingElse();
        losses.assertNothingElse();
    }

    @Test
    void signalComesAfterThePropertyHasChanged() throws Exception {
        gps = playing(0, 10, Nmea.fix("120000.00") + NO_FIX);
        AtomicInteger satellitesAtSignal = new AtomicInteger(-1);
        gps.fixLost().connect(lost -> satellitesAtSignal.set(gps.fix().get().satellites()));
        Observed<FixLost> losses = Observed.of(gps.fixLost());
        gps.start();
        losses.next();
        assertEquals(0, satellitesAtSignal.get());
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "0, 1", "-3, 1", "100, 100", "101, 100", "2147483647, 100"})
    void pushedRateIsClamped(int pushed, int taken) {
        gps = playing(1, 10, "");
        gps.rate().push(pushed);
        assertEquals(taken, gps.rate().get());
    }

    @Test
    void fixesInBetweenAreLeftOutAtALowerRate() throws Exception {
        // A thousand times as fast, a hundred reports a second: one fix in ten seconds of the recording.
        gps = playing(1000, 100, Nmea.fix("120000.00") + Nmea.fix("120005.00") + Nmea.fix("120009.99") + Nmea.fix("120015.00") + NO_FIX);
        Observed<Fix> fixes = Observed.changesOf(gps.fix());
        gps.start();
        assertEquals(Instant.parse("2026-06-01T12:00:00Z"), fixes.next().time());
        assertEquals(Instant.parse("2026-06-01T12:00:09.990Z"), fixes.next().time());
        Fix lost = fixes.next();
        assertEquals(Instant.parse("2026-06-01T12:00:15Z"), lost.time(), "where it was last, though not reported before");
        assertFalse(lost.isCurrent());
    }

    @Test
    void resetForgetsTheFixAndPlaysTheRecordingFromItsBeginning() throws Exception {
        gps = playing(1, 10, Nmea.fix("120000.00") + Nmea.fix("120059.00"));
        Observed<Fix> fixes = Observed.changesOf(gps.fix());
        gps.start();
        Fix first = fixes.next();
        gps.reset();
        assertEquals(Fix.NONE, fixes.next());
        assertEquals(first, fixes.next());
    }

    @Test
    void listenerMayResetTheSource() throws Exception {
        gps = playing(0, 10, Nmea.fix("120000.00") + Nmea.fix("120001.00"));
        AtomicInteger resets = new AtomicInteger();
        gps.fix().onChange(fix -> {
            if (fix.isCurrent() && resets.incrementAndGet() == 1) {
                gps.reset();
            }
        });
        Observed<Fix> fixes = Observed.changesOf(gps.fix());
        gps.start();
        Fix first = fixes.next();
        assertEquals(Fix.NONE, fixes.next());
        assertEquals(first, fixes.next());
        assertTrue(fixes.next().time().isAfter(first.time()));
    }

    @Test
    void nothingIsReportedAfterStopEvenIfResetIsCalled() throws Exception {
        gps = playing(1, 10, Nmea.fix("120000.00") + Nmea.fix("120059.00"));
        Observed<Fix> fixes = Observed.changesOf(gps.fix());
        gps.start();
        fixes.next();
        gps.stop();
        gps.reset();
        fixes.assertNothingElse();
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("gps-source")));
    }

    @Test
    void recordingStartsAgainIfItLoops() throws Exception {
        gps = new NmeaGps(new GpsSettings(recording(Nmea.fix("120000.00") + Nmea.fix("120001.00")), 0, true, 10, Duration.ofMillis(1)));
        Observed<Fix> fixes = Observed.changesOf(gps.fix());
        gps.start();
        Fix first = fixes.next();
        Fix second = fixes.next();
        assertEquals(first, fixes.next());
        assertEquals(second, fixes.next());
    }

    private static NmeaGps playing(double speed, int rate, String text) {
        return new NmeaGps(new GpsSettings(recording(text), speed, false, rate, Duration.ofSeconds(1)));
    }

    private static NmeaInput recording(String text) {
        return new Recording("test", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}

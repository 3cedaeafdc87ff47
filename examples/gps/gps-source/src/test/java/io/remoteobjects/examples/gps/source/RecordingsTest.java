package io.remoteobjects.examples.gps.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.remoteobjects.examples.gps.Fix;
import io.remoteobjects.examples.gps.FixLost;

/** Whole recordings as fast as they go, compared with a count that knows neither the library nor our classes. */
class RecordingsTest {

    private static final Path RECORDINGS = Path.of(System.getProperty("basedir", ""), "../../../../shared/nmea");

    private final List<Fix> fixes = new ArrayList<>();
    private final List<FixLost> losses = new ArrayList<>();
    private long damaged;

    @ParameterizedTest
    @CsvSource({
        "telit-he910.log, 50.840210, 4.347047, 102.0, 2019-03-12T10:54:59.408Z",
        "ublox-8.log, 44.069014, -121.314316, 1112.8, 2017-01-10T00:10:52Z",
        "sirfstarv-nmea.log, 44.068927, -121.314258, 1124.7, 2019-02-05T02:10:33Z",
        "haicom-305N.log, -27.210673, 153.052000, 3.5, 2007-04-08T09:54:15.787Z"})
    void recordingOfARealReceiverRunsThroughWhole(String file, double latitude, double longitude, double altitude, Instant time)
            throws Exception {
        Path path = RECORDINGS.resolve(file);
        if (!Files.exists(path)) {
            String skipped = "SKIPPED: there is no recording " + path.toAbsolutePath().normalize();
            System.err.println(skipped);
            abort(skipped);
        }
        play(NmeaInput.of(path.toUri().toString(), Duration.ofSeconds(1)));
        Expected expected = Expected.of(path);

        assertEquals(expected.epochs.size(), fixes.size(), "fixes");
        assertEquals(expected.damaged, damaged, "damaged sentences");
        Fix last = fixes.get(fixes.size() - 1);
        assertEquals(latitude, last.latitude(), 1e-6);
        assertEquals(longitude, last.longitude(), 1e-6);
        assertEquals(altitude, last.altitude(), 1e-6);
        assertEquals(time, last.time());
        assertTrue(last.isCurrent());
    }

    @Test
    void sampleTrackHasAFixForEverySecondButWithTooFewSatellites() throws Exception {
        play(NmeaInput.of("sample", Duration.ofSeconds(1)));

        assertEquals(SampleTrack.SECONDS + 1 - (SampleTrack.NO_FIX_UNTIL - SampleTrack.NO_FIX_FROM), fixes.size());
        assertEquals(SampleTrack.DAMAGED, damaged);
        assertEquals(List.of(new FixLost("the receiver has no fix (RMC status V)", 12), new FixLost("the recording has ended", 0)), losses);
        Fix first = fixes.get(0);
        Fix last = fixes.get(fixes.size() - 1);
        assertEquals(first.latitude(), last.latitude(), 1e-6, "a round trip");
        assertEquals(first.longitude(), last.longitude(), 1e-6, "a round trip");
    }

    @Test
    void sampleTrackIsWhatItsGeneratorWrites() throws IOException {
        try (var shipped = NmeaInput.class.getResourceAsStream("track.nmea")) {
            assertEquals(SampleTrack.text(), new String(shipped.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    private void play(NmeaInput input) throws InterruptedException {
        NmeaGps gps = new NmeaGps(new GpsSettings(input, 0, false, 10, Duration.ofSeconds(1)));
        CountDownLatch ended = new CountDownLatch(1);
        gps.fix().onChange(fix -> {
            if (fixes.isEmpty() || !fixes.get(fixes.size() - 1).time().equals(fix.time())) {
                fixes.add(fix);
            }
        });
        gps.fixLost().connect(lost -> {
            losses.add(lost);
            if (lost.reason().equals("the recording has ended")) {
                ended.countDown();
            }
        });
        gps.start();
        assertTrue(ended.await(30, TimeUnit.SECONDS), "the recording did not come to its end");
        gps.stop();
        damaged = gps.damaged();
    }

    /** What a simple-minded reader finds: text between line ends and dollar signs, checksums, equal time stamps. */
    private record Expected(Set<String> epochs, int damaged) {

        private static final Pattern SENTENCE = Pattern.compile("\\$([^*$]*)\\*([0-9A-F]{2})");

        static Expected of(Path path) throws IOException {
            Set<String> minimum = new HashSet<>();
            Set<String> details = new HashSet<>();
            int damaged = 0;
            for (String line : Files.readString(path, StandardCharsets.ISO_8859_1).split("[\r\n]+|(?=\\$)")) {
                Matcher sentence = SENTENCE.matcher(line);
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                if (!sentence.matches() || checksum(sentence.group(1)) != Integer.parseInt(sentence.group(2), 16)) {
                    damaged++;
                    continue;
                }
                String[] fields = sentence.group(1).split(",");
                if (fields[0].endsWith("RMC") && fields[2].equals("A")) {
                    minimum.add(fields[1]);
                } else if (fields[0].endsWith("GGA") && !fields[6].equals("0")) {
                    details.add(fields[1]);
                }
            }
            minimum.retainAll(details);
            return new Expected(minimum, damaged);
        }

        private static int checksum(String body) {
            return body.chars().reduce(0, (sum, c) -> sum ^ c);
        }
    }
}

package io.remoteobjects.examples.gps.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NmeaParserTest {

    @Test
    void rmcTellsDateAndPosition() throws Exception {
        assertEquals(Optional.of(new Report.Minimum(Instant.parse("2007-04-08T09:54:15.787Z"), -27.5, 153.25)),
                parse("GPRMC,095415.787,A,2730.0000,S,15315.0000,E,2.11,96.86,080407,,,A"));
    }

    @Test
    void ggaTellsAltitudeAndSatellites() throws Exception {
        assertEquals(Optional.of(new Report.Details(LocalTime.of(9, 54, 15, 787_000_000), "GP", 3.5, 6)),
                parse("GPGGA,095415.787,2712.6404,S,15303.1200,E,1,06,01.8,3.5,M,42.2,M,,"));
    }

    @Test
    void altitudeIsUnknownInAFixOfTwoDimensions() throws Exception {
        assertEquals(Optional.of(new Report.Details(LocalTime.of(9, 0), "GN", Double.NaN, 3)),
                parse("GNGGA,090000,2712.6404,S,15303.1200,E,1,03,01.8,,M,,M,,"));
    }

    @Test
    void gsvTellsSatellitesInView() throws Exception {
        assertEquals(Optional.of(new Report.InView("GL", 9)), parse("GLGSV,3,3,09,88,07,028,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GPRMC,,V,,,,,,,,,,N", "GPGGA,,,,,,0,,,,M,,M,,"})
    void receiverWithoutFixAndClockSaysSo(String body) throws Exception {
        assertEquals(null, assertInstanceOf(Report.NoFix.class, parse(body).orElseThrow()).time());
    }

    @Test
    void receiverThatLostItsFixStillTellsTheTime() throws Exception {
        assertEquals(LocalTime.of(9, 53, 3),
                parse("GPRMC,095303.000,V,2712.6404,S,15303.1201,E,0.00,0.00,080407,,,A").orElseThrow().time());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GPVTG,0.00,T,,,0.00,N,0.00,K,A", "PUBX,00,rubbish", "GNZDA,001052.00,10,01,2017,00,00", "XXABC,1"})
    void otherSentencesSayNothing(String body) throws Exception {
        assertEquals(Optional.empty(), parse(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "$GPRMC,095415.787,A,2712.6404,S,15303.1200,E,2.11,96.86,080407,,,A*49",
        "$GPRMC,095415.787,A,2712.6404,S,15303.1200,E,2.11,96.86,080407,,,A",
        "$GPRMC,095415.787,A,2712.6404,S,153",
        "$GPRMC,095415.787,A*",
        "$GPRMC*4",
        "$",
        "rubbish",
        "\u0082\u00aa\u0000~"})
    void cutOrFalsifiedSentenceIsDamaged(String sentence) {
        assertThrows(DamagedSentenceException.class, () -> NmeaParser.parse(sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GPRMC,250000.000,A,2712.6404,S,15303.1200,E,2.11,96.86,080407,,,A",
        "GPRMC,095460.000,A,2712.6404,S,15303.1200,E,2.11,96.86,080407,,,A",
        "GPRMC,09,A,2712.6404,S,15303.1200,E,2.11,96.86,080407,,,A",
        "GPRMC,095415.787,A,9912.6404,S,15303.1200,E,2.11,96.86,080407,,,A",
        "GPRMC,095415.787,A,2712.6404,S,18103.1200,E,2.11,96.86,080407,,,A",
        "GPRMC,095415.787,A,2760.0000,S,15303.1200,E,2.11,96.86,080407,,,A",
        "GPRMC,095415.787,A,2712,S,15303.1200,E,2.11,96.86,080407,,,A",
        "GPRMC,095415.787,A,2712.6404,E,15303.1200,S,2.11,96.86,080407,,,A",
        "GPRMC,095415.787,A,2712.6404,S,15303.1200,E,2.11,96.86,310207,,,A",
        "GPRMC,095415.787,A,2712.6404,S,15303.1200,E,2.11,96.86,,,,A",
        "GPRMC,095415.787,X,2712.6404,S,15303.1200,E,2.11,96.86,080407,,,A",
        "GPRMC,,A,,,,,,,,,,A",
        "GPRMC,A",
        "GPGGA,095415.787,2712.6404,S,15303.1200,E,77,06,01.8,3.5,M,42.2,M,,",
        "GPGGA,095415.787,2712.6404,S,15303.1200,E,1,-6,01.8,3.5,M,42.2,M,,",
        "GPGGA,095415.787,2712.6404,S,15303.1200,E,1,600,01.8,3.5,M,42.2,M,,",
        "GPGSV,3,1,",
        "XXRMC,095415.787,A,2712.6404,S,15303.1200,E,2.11,96.86,080407,,,A"})
    void impossibleValuesAreDamaged(String body) {
        assertThrows(DamagedSentenceException.class, () -> parse(body));
    }

    @Test
    void nothingElseIsEverThrown() {
        Random random = new Random(20260601);
        String[] bodies = {"GPRMC,095415.787,A,2712.6404,S,15303.1200,E,2.11,96.86,080407,,,A",
            "GPGGA,095415.787,2712.6404,S,15303.1200,E,1,06,01.8,3.5,M,42.2,M,,", "GPGSV,3,1,11,02,05,307,,03,21,174,29"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder body = new StringBuilder(bodies[i % bodies.length]);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                int at = random.nextInt(body.length());
                body.replace(at, Math.min(body.length(), at + random.nextInt(3)), String.valueOf((char) random.nextInt(128)));
            }
            try {
                parse(body.toString());
            } catch (DamagedSentenceException damaged) {
                assertNotNull(damaged.getMessage());
            }
        }
    }

    private static Optional<Report> parse(String body) throws DamagedSentenceException {
        return NmeaParser.parse(Nmea.sentence(body));
    }
}

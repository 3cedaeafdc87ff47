package io.remoteobjects.examples.gps.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.remoteobjects.examples.gps.Fix;

class FixAssemblerTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final LocalTime AT_NOON = LocalTime.NOON;
    private static final Report RMC = new Report.Minimum(NOON, 54, 7);
    private static final Report GGA = new Report.Details(AT_NOON, "GP", 12.5, 8);
    private static final Fix FIX = new Fix(54, 7, 12.5, 8, NOON);

    private final FixAssembler assembler = new FixAssembler();

    @Test
    void fixIsCompleteWithTheSecondSentenceInEitherOrder() {
        assertEquals(List.of(FIX), accept(RMC, GGA));
        assertEquals(List.of(FIX), new FixAssemblerTest().accept(GGA, RMC));
    }

    @Test
    void fixIsReportedOnceHoweverManySentencesRepeatIt() {
        assertEquals(List.of(FIX), accept(RMC, GGA, GGA, RMC, GGA));
    }

    @Test
    void sentencesOfDifferentMomentsAreNotMixed() {
        assertEquals(List.of(), accept(new Report.Minimum(NOON.minusSeconds(1), 54, 7), GGA));
    }

    @Test
    void ggaWaitsForItsDate() {
        Report nextRmc = new Report.Minimum(NOON.plusSeconds(1), 54.1, 7.1);
        Report nextGga = new Report.Details(AT_NOON.plusSeconds(1), "GP", 13, 9);
        assertEquals(List.of(new Fix(54.1, 7.1, 13, 9, NOON.plusSeconds(1))), accept(GGA, nextGga, nextRmc));
    }

    @Test
    void satellitesOfSeveralSystemsAddUp() {
        assertEquals(List.of(new Fix(54, 7, 12.5, 10, NOON)), accept(GGA, new Report.Details(AT_NOON, "GL", 12.5, 2), RMC));
        accept(new Report.InView("GP", 11), new Report.InView("GL", 9), new Report.InView("GP", 12));
        assertEquals(new Satellites(10, 21), assembler.satellites());
    }

    @Test
    void oneSentenceThatDeniesTheFixIsEnough() {
        Report noFix = new Report.NoFix(AT_NOON, "no fix");
        assertEquals(List.of(), accept(noFix, RMC, GGA));
        assertEquals(List.of(), new FixAssemblerTest().accept(RMC, noFix, GGA));
    }

    @Test
    void noSatelliteIsUsedWithoutAFix() {
        accept(RMC, GGA, new Report.InView("GP", 5), new Report.NoFix(null, "no fix"));
        assertEquals(new Satellites(0, 5), assembler.satellites());
    }

    private List<Fix> accept(Report... reports) {
        return Stream.of(reports).map(assembler::accept).flatMap(Optional::stream).toList();
    }
}

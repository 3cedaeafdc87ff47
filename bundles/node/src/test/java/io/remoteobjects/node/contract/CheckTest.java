package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.RepType;
import io.remoteobjects.Signal;
import org.junit.jupiter.api.Test;

/** What becomes of a value when a Source sets it. */
class CheckTest {

    private static final Instant FINE = Instant.parse("2024-02-29T12:00:00.123456789Z");
    private static final Instant CUT = Instant.parse("2024-02-29T12:00:00.123Z");

    record Fix(double latitude, Instant time) {
    }

    record Track(String name, List<Fix> fixes) {
    }

    record Whole(Instant time) {

        Whole {
            if (time != null && time.getNano() % 1_000_000 == 0) {
                throw new IllegalArgumentException("too coarse");
            }
        }
    }

    record Lost(String reason, int satellites) implements Signal.Arguments {
    }

    @RemoteObject
    interface Values {

        Property<Instant> time();

        Property<LocalTime> clock();

        Property<Fix> fix();

        Property<Track> track();

        Property<Whole> whole();

        Property<Integer> number();

        Property<List<Integer>> numbers();

        Property<Map<String, Integer>> named();

        Property<byte[]> bytes();

        Property<Object> anything();

        @RepType("quint8")
        Property<Integer> small();

        Signal<Lost> lost();

        Signal<Void> nothing();

        int add(int one, int other);

        void print(String text, int copies);
    }

    private final Contract contract = Contract.of(Values.class);

    @Test
    void timesAreCutToMilliseconds() {
        assertEquals(CUT, check("time", FINE));
        assertSame(CUT, check("time", CUT));
        assertEquals(LocalTime.of(1, 2, 3, 4_000_000), check("clock", LocalTime.of(1, 2, 3, 4_567_890)));
        assertEquals(new Fix(1, CUT), check("fix", new Fix(1, FINE)));
        assertEquals(new Track("t", List.of(new Fix(1, CUT))), check("track", new Track("t", List.of(new Fix(1, FINE)))));
    }

    @Test
    void recordThatNeedsNoCutStaysTheSame() {
        Fix fix = new Fix(1, CUT);
        assertSame(fix, check("fix", fix));
    }

    @Test
    void recordThatRefusesTheCutIsRefused() {
        assertRefused(() -> check("whole", new Whole(FINE)), "Values.whole", "Whole", "too coarse");
    }

    @Test
    void nullIsRefusedWhereQtHasNone() {
        assertNull(check("time", null));
        assertNull(check("bytes", null));
        assertNull(check("anything", null));
        assertNull(((Fix) check("fix", new Fix(1, null))).time());
        assertRefused(() -> check("number", null), "Values.number", "null", "int");
        assertRefused(() -> check("fix", null), "Values.fix", "null", "Fix");
        assertRefused(() -> check("numbers", null), "Values.numbers", "null");
        assertRefused(() -> check("numbers", Arrays.asList(1, null)), "Values.numbers", "null", "[1]");
        assertRefused(() -> check("track", new Track("t", Arrays.asList(new Fix(1, null), null))), "Values.track", "fixes[1]");
        assertRefused(() -> check("track", new Track("t", null)), "Values.track", "at fixes");
    }

    @Test
    void numbersOutOfTheRangeOfTheQtTypeAreRefused() {
        assertEquals(255, check("small", 255));
        assertRefused(() -> check("small", 256), "Values.small", "256", "0 to 255");
        assertRefused(() -> check("small", -1), "Values.small", "-1");
    }

    @Test
    void laterChangesOfTheCallerDoNotShow() {
        List<Integer> numbers = new ArrayList<>(List.of(1, 2));
        Map<String, Integer> named = new HashMap<>(Map.of("a", 1));
        byte[] bytes = {1, 2};
        List<Object> inner = new ArrayList<>(List.of(1));
        Object heldNumbers = check("numbers", numbers);
        Object heldNamed = check("named", named);
        Object heldBytes = check("bytes", bytes);
        Object heldInner = check("anything", List.of(inner));
        numbers.add(3);
        named.clear();
        inner.add(2);
        assertEquals(List.of(1, 2), heldNumbers);
        assertEquals(Map.of("a", 1), heldNamed);
        assertEquals(List.of(List.of(1)), heldInner);
        assertNotSame(bytes, heldBytes);
        assertThrows(UnsupportedOperationException.class, () -> ((List<?>) heldNumbers).clear());
    }

    @Test
    void objectThatNoQtTypeStandsForIsRefused() {
        assertRefused(() -> check("anything", new StringBuilder()), "Values.anything", "StringBuilder");
        assertRefused(() -> check("anything", Map.of(1, 2)), "Values.anything", "text keys");
    }

    @Test
    void argumentsOfSignalsAreChecked() {
        SignalMember lost = contract.signals().stream().filter(each -> each.name().equals("lost")).findFirst().orElseThrow();
        SignalMember nothing = contract.signals().stream().filter(each -> each.name().equals("nothing")).findFirst().orElseThrow();
        Lost carried = new Lost("antenna", 0);
        assertSame(carried, lost.check().apply(carried));
        assertRefused(() -> lost.check().apply(null), "Values.lost", "null");
        assertNull(nothing.check().apply(null));
        assertEquals(0, nothing.toArguments().apply(null).length);
    }

    @Test
    void argumentsOfSlotsAreChecked() {
        SlotMember print = contract.slots().get(1);
        assertEquals(List.of("text", 2), Arrays.asList(print.checkArguments(new Object[] {"text", 2})));
        assertEquals(Arrays.asList(null, 2), Arrays.asList(print.checkArguments(new Object[] {null, 2})));
        assertRefused(() -> print.checkArguments(new Object[] {"text", null}), "parameter copies of Values.print", "null");
    }

    @Test
    void resultsOfSlotsAreChecked() {
        SlotMember add = contract.slots().get(0);
        assertEquals(3, add.checkResult().apply(3));
        assertRefused(() -> add.checkResult().apply(null), "result of Values.add", "null");
    }

    @Test
    void valueOfAnotherClassIsRefused() {
        assertRefused(() -> check("numbers", Map.of()), "Values.numbers", "Map");
    }

    private Object check(String property, Object value) {
        return contract.properties().stream().filter(each -> each.name().equals(property)).findFirst().orElseThrow().check().apply(value);
    }

    private static void assertRefused(org.junit.jupiter.api.function.Executable action, String... parts) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, action);
        for (String part : parts) {
            assertTrue(refused.getMessage().contains(part), refused.getMessage());
        }
    }
}

package io.remoteobjects.topology.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.remoteobjects.Replica.State;
import io.remoteobjects.topology.imports.ImportGate.Stage;

class ImportGateTest {

    private static final int LONGEST = 6;

    /** Everything that can happen to a gate. */
    private enum Event {
        WANTED(ImportGate::wanted),
        UNWANTED(ImportGate::unwanted),
        DEFAULT(gate -> gate.state(State.DEFAULT)),
        VALID(gate -> gate.state(State.VALID)),
        SUSPECT(gate -> gate.state(State.SUSPECT)),
        MISMATCH(gate -> gate.state(State.SIGNATURE_MISMATCH)),
        GRACE_OVER(ImportGate::graceOver);

        private final Consumer<ImportGate> happen;

        Event(Consumer<ImportGate> happen) {
            this.happen = happen;
        }
    }

    @Test
    void serviceComesWhenValidAndGoesWhenLost() {
        Surroundings it = new Surroundings(0, false);

        it.happen(Event.WANTED, Event.DEFAULT, Event.VALID, Event.SUSPECT, Event.VALID, Event.UNWANTED);

        assertEquals(List.of("acquire", "open", "close", "open", "close", "release"), it.done);
    }

    @Test
    void mismatchIsNeverImportedUntilTheSourceFits() {
        Surroundings it = new Surroundings(0, false);

        it.happen(Event.WANTED, Event.MISMATCH, Event.DEFAULT, Event.MISMATCH, Event.VALID);

        assertEquals(List.of("acquire", "open"), it.done);
    }

    @Test
    void blipWithinTheGraceTimeIsShownAndPasses() {
        Surroundings it = new Surroundings(500, false);

        it.happen(Event.WANTED, Event.VALID, Event.SUSPECT, Event.VALID, Event.SUSPECT, Event.GRACE_OVER);

        assertEquals(List.of("acquire", "open", "show SUSPECT", "grace", "cancel", "show VALID", "show SUSPECT", "grace",
                "close"), it.done);
        assertEquals(Stage.SUSPECT, it.gate.stage());
    }

    @Test
    void keptServiceStaysAndShowsItsState() {
        Surroundings it = new Surroundings(0, true);

        it.happen(Event.WANTED, Event.VALID, Event.SUSPECT, Event.VALID);

        assertEquals(List.of("acquire", "open", "show SUSPECT", "show VALID"), it.done);
    }

    @Test
    void keptServiceGoesWhenTheSourceReturnsWithAnotherInterface() {
        Surroundings it = new Surroundings(0, true);

        it.happen(Event.WANTED, Event.VALID, Event.SUSPECT, Event.MISMATCH);

        assertEquals(List.of("acquire", "open", "show SUSPECT", "close"), it.done);
    }

    @Test
    void aServiceThatIsKeptGoesWhenThatIsNotToBeAnyMore() {
        Surroundings it = new Surroundings(0, true);
        it.happen(Event.WANTED, Event.VALID, Event.SUSPECT);
        assertEquals(Stage.KEPT, it.gate.stage());

        it.keep = false;
        it.happen(Event.SUSPECT);

        assertEquals(Stage.SUSPECT, it.gate.stage());
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "500, false", "500, true"})
    void everyOrderOfEventsKeepsTheServiceInStep(long grace, boolean keep) {
        everyOrder(new ArrayList<>(), grace, keep);
    }

    private static void everyOrder(List<Event> events, long grace, boolean keep) {
        Surroundings it = new Surroundings(grace, keep);
        it.happen(events.toArray(Event[]::new));
        if (events.size() < LONGEST) {
            for (Event next : Event.values()) {
                events.add(next);
                everyOrder(events, grace, keep);
                events.remove(events.size() - 1);
            }
        }
    }

    /** Does what is ordered, and checks after each event that the orders make sense. */
    private static final class Surroundings implements ImportGate.Effects {

        private final ImportGate gate;
        private boolean keep;
        private final long grace;
        private final List<String> done = new ArrayList<>();
        private boolean wanted;
        private boolean acquired;
        private boolean open;
        private boolean graceRuns;
        private State state = State.DEFAULT;
        private State shown;

        Surroundings(long grace, boolean keep) {
            this.grace = grace;
            this.keep = keep;
            gate = new ImportGate(() -> new LossPolicy(grace, this.keep, 0), this);
        }

        void happen(Event... events) {
            for (Event each : events) {
                if (each == Event.GRACE_OVER && !graceRuns || each.ordinal() >= Event.DEFAULT.ordinal() && !acquired) {
                    // The timer and the replica have nothing to say.
                    continue;
                }
                before(each);
                each.happen.accept(gate);
                check(each, events);
            }
        }

        private void before(Event event) {
            switch (event) {
                case WANTED -> wanted = true;
                case UNWANTED -> wanted = false;
                case DEFAULT -> state = State.DEFAULT;
                case VALID -> state = State.VALID;
                case SUSPECT -> state = State.SUSPECT;
                case MISMATCH -> state = State.SIGNATURE_MISMATCH;
                case GRACE_OVER -> graceRuns = false;
            }
        }

        private void check(Event event, Event... events) {
            String story = event + " of " + List.of(events) + ": " + done;
            assertEquals(wanted, acquired, story);
            if (!wanted || state == State.SIGNATURE_MISMATCH) {
                assertFalse(open, story);
            } else if (state == State.VALID) {
                assertTrue(open, story);
                assertEquals(State.VALID, shown, story);
            } else if (open) {
                assertTrue(graceRuns || keep, story);
                assertEquals(State.SUSPECT, shown, story);
            }
            assertTrue(!graceRuns || open && grace > 0 && state != State.VALID, story);
        }

        @Override
        public void acquire() {
            assertFalse(acquired);
            acquired = true;
            state = State.DEFAULT;
            done.add("acquire");
        }

        @Override
        public void release() {
            assertTrue(acquired && !open);
            acquired = false;
            done.add("release");
        }

        @Override
        public void open() {
            assertTrue(acquired && !open && state == State.VALID);
            open = true;
            shown = State.VALID;
            done.add("open");
        }

        @Override
        public void close() {
            assertTrue(open);
            open = false;
            done.add("close");
        }

        @Override
        public void show(State now) {
            assertTrue(open && now != shown);
            shown = now;
            done.add("show " + now);
        }

        @Override
        public void startGrace() {
            assertFalse(graceRuns);
            graceRuns = true;
            done.add("grace");
        }

        @Override
        public void cancelGrace() {
            assertTrue(graceRuns);
            graceRuns = false;
            done.add("cancel");
        }
    }
}

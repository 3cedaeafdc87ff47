package io.remoteobjects.examples.printer.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.Signal;
import io.remoteobjects.examples.printer.Ink;
import io.remoteobjects.examples.printer.JobDone;
import io.remoteobjects.examples.printer.Printer;
import io.remoteobjects.examples.printer.Printer.State;

class PrinterLogTest {

    @Test
    void stateIsToldWithItsReasons() {
        assertEquals("idle", PrinterLog.describe(State.IDLE, List.of()));
        assertEquals("stopped (media-empty, toner-low)", PrinterLog.describe(State.STOPPED, List.of("media-empty", "toner-low")));
    }

    @Test
    void inksAreToldWithTheirLevels() {
        assertEquals("Black 40 %, Cyan of unknown level",
                PrinterLog.describe(List.of(new Ink("Black", "black", 40), new Ink("Cyan", "#00FFFF", Ink.UNKNOWN))));
        assertEquals("no ink that it tells of", PrinterLog.describe(List.of()));
    }

    @Test
    void consumerIsTestedWithAnyPrinterAndNoFramework() throws Exception {
        FakePrinter printer = new FakePrinter();
        PrinterLog log = new PrinterLog(printer);
        printer.state.set(State.PROCESSING);
        printer.jobDone.emit(new JobDone(1, true, "done"));
        assertEquals("Job 7 prints it.", log.page("Hello"));
        log.stop();
    }

    /** A Source that prints nothing. */
    private static final class FakePrinter implements Printer {

        private final MutableProperty<String> name = Property.of("Fake");
        private final MutableProperty<State> state = Property.of(State.IDLE);
        private final MutableProperty<List<String>> reasons = Property.of(List.of());
        private final MutableProperty<List<Ink>> inks = Property.of(List.of());
        private final MutableProperty<Integer> queueLength = Property.of(0);
        private final Signal.Emitter<JobDone> jobDone = Signal.emitter();

        @Override
        public Property<String> name() {
            return name;
        }

        @Override
        public Property<State> state() {
            return state;
        }

        @Override
        public Property<List<String>> reasons() {
            return reasons;
        }

        @Override
        public Property<List<Ink>> inks() {
            return inks;
        }

        @Override
        public Property<Integer> queueLength() {
            return queueLength;
        }

        @Override
        public Signal<JobDone> jobDone() {
            return jobDone;
        }

        @Override
        public Promise<Integer> print(byte[] document, String mimeType, String title) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Promise<Integer> printOnce(String key, byte[] document, String mimeType, String title) {
            return Promises.resolved(7);
        }

        @Override
        public Promise<Void> cancel(int job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Promise<Void> pause() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Promise<Void> resume() {
            throw new UnsupportedOperationException();
        }
    }
}

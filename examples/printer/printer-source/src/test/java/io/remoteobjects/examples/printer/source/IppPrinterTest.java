package io.remoteobjects.examples.printer.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.util.promise.Promise;

import io.remoteobjects.examples.printer.Ink;
import io.remoteobjects.examples.printer.JobDone;
import io.remoteobjects.examples.printer.PrintException;
import io.remoteobjects.examples.printer.Printer.State;
import io.remoteobjects.itests.printer.EvePrinter;

/** The Source on a real printer. */
@Timeout(120)
class IppPrinterTest {

    private static final byte[] PAGE = "One page.\n".getBytes(StandardCharsets.UTF_8);
    private static final String TEXT = "text/plain";

    @TempDir
    Path folder;

    private EvePrinter device;
    private IppPrinter printer;

    @BeforeAll
    static void needsAPrinter() {
        Optional<String> missing = EvePrinter.missing();
        assumeTrue(missing.isEmpty(), missing::toString);
    }

    @AfterEach
    void stop() {
        if (printer != null) {
            printer.stop();
        }
        if (device != null) {
            device.close();
        }
    }

    @Test
    void documentIsPrintedByteForByteAndItsStatesAreSeenInOrder() throws Exception {
        start("sleep 1");
        Observed<State> states = Observed.changesOf(printer.state());
        Observed<JobDone> done = Observed.of(printer.jobDone());
        byte[] document = new byte[3_000_000];
        new Random(1).nextBytes(document);

        int job = value(printer.print(document, "application/pdf", "Random"));

        assertEquals(State.PROCESSING, printer.state().get(), "known before the number is");
        assertEquals(1, printer.queueLength().get());
        assertEquals(State.PROCESSING, states.next());
        assertEquals(State.IDLE, states.next());
        assertEquals(new JobDone(job, true, "Job completed."), done.next());
        assertEquals(0, printer.queueLength().get());
        assertEquals(1, device.printed().size());
        assertArrayEquals(document, device.printed().get(0));
        states.assertNothingElse();
        done.assertNothingElse();
    }

    @Test
    void inksAreThoseOfThePrinterWithoutItsWaste() throws Exception {
        start("echo 'ATTR: printer-supply=\"index=1;class=receptacleThatIsFilled;type=wasteToner;maxcapacity=100;level=26;\","
                + "\"index=2;class=supplyThatIsConsumed;type=toner;maxcapacity=200;level=148;colorantname=black;\"' >&2");
        assertEquals(List.of(new Ink("Black Toner", "black", 75)), printer.inks().get());

        Observed<List<Ink>> inks = Observed.changesOf(printer.inks());
        value(printer.print(PAGE, TEXT, "Uses toner"));
        assertEquals(List.of(new Ink("Black Toner", "black", 74)), inks.next());
    }

    @Test
    void marksOfAQueueAreInksToo() throws Exception {
        device = EvePrinter.start(folder, "echo 'ATTR: marker-levels=41,8' >&2", """
                ATTR name marker-names "Cyan","Waste"
                ATTR name marker-colors "#00FFFF","none"
                ATTR keyword marker-types ink,waste-ink
                ATTR integer marker-levels 42,7
                """);
        connect(Map.of());
        assertEquals(List.of(new Ink("Cyan", "#00FFFF", 42)), printer.inks().get());

        Observed<List<Ink>> inks = Observed.changesOf(printer.inks());
        value(printer.print(PAGE, TEXT, "Uses ink"));
        assertEquals(List.of(new Ink("Cyan", "#00FFFF", 41)), inks.next());
    }

    @Test
    void reasonsOfThePrinterAreShown() throws Exception {
        start("echo 'STATE: +media-low-warning' >&2; sleep 1");
        Observed<List<String>> reasons = Observed.changesOf(printer.reasons());
        value(printer.print(PAGE, TEXT, "Last sheet"));
        assertEquals(List.of("media-low-warning"), reasons.next());
    }

    @Test
    void cancelledJobEndsAndIsNotOk() throws Exception {
        // This printer ends a cancelled job no sooner than its script does.
        start("sleep 1");
        Observed<JobDone> done = Observed.of(printer.jobDone());
        int job = value(printer.print(PAGE, TEXT, "Regretted"));

        printer.cancel(job).getValue();

        JobDone ended = done.next();
        assertEquals(job, ended.job());
        assertFalse(ended.ok(), ended.detail());
    }

    @Test
    void jobThatIsNotThereCannotBeCancelled() throws Exception {
        start("exit 0");
        Throwable failure = printer.cancel(4711).getFailure();
        assertInstanceOf(PrintException.class, failure);
        assertTrue(failure.getMessage().contains("Cannot cancel job 4711 on " + device.uri()), failure.getMessage());
    }

    @Test
    void pausedPrinterPrintsWhenItIsResumed() throws Exception {
        start("exit 0");
        printer.pause().getValue();
        assertEquals(State.STOPPED, printer.state().get());
        assertEquals(List.of("paused"), printer.reasons().get());

        Promise<Integer> waiting = printer.print(PAGE, TEXT, "Patient");
        assertEquals(List.of(), device.printed());
        assertFalse(waiting.isDone());
        printer.resume().getValue();

        assertEquals(1, value(waiting));
        assertEquals(1, device.printed().size());
    }

    @Test
    void pauseThatLastsTooLongFailsTheCallWithNothingPrinted() throws Exception {
        start("exit 0", Map.of("patience_seconds", 0));
        printer.pause().getValue();
        Throwable failure = printer.print(PAGE, TEXT, "Impatient").getFailure();
        assertTrue(failure.getMessage().contains("it is paused. Resume it, then print again; nothing was printed."), failure.getMessage());
    }

    @Test
    void killedPrinterIsStoppedWithAReasonAndComesBackByItself() throws Exception {
        start("exit 0");
        Observed<State> states = Observed.changesOf(printer.state());
        device.kill();
        assertEquals(State.STOPPED, states.next());
        assertTrue(printer.reasons().get().get(0).startsWith("unreachable: "), printer.reasons().get().toString());
        assertEquals(List.of(new Ink("Black Toner", "black", 75)), printer.inks().get(), "the last known");
        Throwable failure = printer.print(PAGE, TEXT, "Too early").getFailure();
        assertTrue(failure.getMessage().contains("it cannot be reached"), failure.getMessage());
        assertTrue(failure.getMessage().endsWith("nothing was printed."), failure.getMessage());

        device.start();
        assertEquals(State.IDLE, states.next());
        assertEquals(List.of(), printer.reasons().get());
        value(printer.print(PAGE, TEXT, "In time"));
        assertEquals(1, device.printed().size());
    }

    @Test
    void jobOfAKilledPrinterEnds() throws Exception {
        start("sleep 30");
        Observed<JobDone> done = Observed.of(printer.jobDone());
        int job = value(printer.print(PAGE, TEXT, "Lost"));
        device.kill();
        device.start();
        assertEquals(JobStatus.forgotten().detail(), done.next().detail());
        assertEquals(1, job);
    }

    @Test
    void wrongTypeOfDocumentIsRefusedByThePrinter() throws Exception {
        start("exit 0");
        Throwable failure = printer.print(PAGE, "image/gif", "Picture").getFailure();
        assertInstanceOf(PrintException.class, failure);
        assertTrue(failure.getMessage().contains("Unsupported document-format"), failure.getMessage());
        assertEquals(List.of(), device.printed());
    }

    @Test
    void tooLargeDocumentIsRefusedBeforeAnythingIsSent() throws Exception {
        start("exit 0", Map.of("document_max_bytes", PAGE.length));
        value(printer.print(PAGE, TEXT, "Fits"));
        byte[] larger = new byte[PAGE.length + 1];
        String message = assertThrows(IllegalArgumentException.class, () -> printer.print(larger, TEXT, "Long")).getMessage();
        assertTrue(message.contains("the document has 11 bytes, and 10 are allowed"), message);
        assertEquals(1, device.printed().size());
    }

    @Test
    void sameKeyPrintsOnce() throws Exception {
        start("exit 0");
        Promise<Integer> first = printer.printOnce("a", PAGE, TEXT, "Once");
        Promise<Integer> again = printer.printOnce("a", PAGE, TEXT, "Once");
        assertEquals(value(first), value(again));
        assertEquals(value(first), value(printer.printOnce("a", PAGE, TEXT, "Once")));
        assertThrows(IllegalArgumentException.class, () -> printer.printOnce("a", PAGE, TEXT, "Another"));
        assertEquals(1, device.printed().size());
    }

    @Test
    void keyOfAFailedCallMayBeUsedAgain() throws Exception {
        start("exit 0", Map.of("patience_seconds", 0));
        printer.pause().getValue();
        assertInstanceOf(PrintException.class, printer.printOnce("b", PAGE, TEXT, "Retried").getFailure());
        printer.resume().getValue();
        value(printer.printOnce("b", PAGE, TEXT, "Retried"));
        assertEquals(1, device.printed().size());
    }

    @Test
    void documentsForABusyPrinterWaitForTheirTurn() throws Exception {
        start("sleep 0.3");
        List<Promise<Integer>> jobs = List.of(printer.print(PAGE, TEXT, "First"), printer.print(PAGE, TEXT, "Second"),
                printer.print(PAGE, TEXT, "Third"));
        for (int i = 0; i < 3; i++) {
            assertEquals(i + 1, value(jobs.get(i)));
        }
        assertEquals(3, device.printed().size());
    }

    private void start(String script) throws Exception {
        start(script, Map.of());
    }

    private void start(String script, Map<String, Object> config) throws Exception {
        device = EvePrinter.start(folder, script);
        connect(config);
    }

    private void connect(Map<String, Object> config) throws Exception {
        Map<String, Object> values = new HashMap<>(Map.of("uri", device.uri().toString(), "poll_ms", 200, "poll_busy_ms", 50));
        values.putAll(config);
        printer = new IppPrinter(PrinterSettings.from(Configured.with(values)));
        Observed<State> states = Observed.changesOf(printer.state());
        printer.start();
        assertEquals(State.IDLE, states.next());
    }

    private static int value(Promise<Integer> job) throws Exception {
        return job.timeout(30_000).getValue();
    }
}

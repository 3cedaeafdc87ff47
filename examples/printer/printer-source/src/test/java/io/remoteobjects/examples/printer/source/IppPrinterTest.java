package io.remoteobjects.examples.printer.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.util.promise.Promise;

import io.remoteobjects.Replica;
import io.remoteobjects.examples.printer.Ink;
import io.remoteobjects.examples.printer.JobDone;
import io.remoteobjects.examples.printer.PrintException;
import io.remoteobjects.examples.printer.Printer;
import io.remoteobjects.examples.printer.Printer.State;
import io.remoteobjects.itests.printer.EvePrinter;
import io.remoteobjects.node.Node;

/** The Source on a real printer. */
@Timeout(300)
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
        start(untilLetGo());
        Observed<State> states = Observed.changesOf(printer.state());
        Observed<JobDone> done = Observed.of(printer.jobDone());
        byte[] document = new byte[3_000_000];
        new Random(1).nextBytes(document);

        int job = value(printer.print(document, "application/pdf", "Random"));

        assertEquals(State.PROCESSING, printer.state().get(), "known before the number is");
        assertEquals(1, printer.queueLength().get());
        assertEquals(State.PROCESSING, states.next());
        letGo();
        assertEquals(State.IDLE, states.next());
        assertEquals(new JobDone(job, true, "Job completed."), done.next());
        assertEquals(0, printer.queueLength().get());
        assertEquals(1, device.printed().size());
        assertArrayEquals(document, device.printed().get(0));
        states.assertNothingElse();
        done.assertNothingElse();
    }

    @Test
    void nothingOfItRunsSoonAfterItsEnd() throws Exception {
        start("true");
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        Random anyMoment = new Random(1);
        for (int i = 0; i < 100; i++) {
            IppPrinter another = new IppPrinter(printer(Map.of()), folder.resolve("keys"));
            another.start();
            executor.schedule(another::stop, anyMoment.nextInt(10_000), TimeUnit.MICROSECONDS).get();
        }
        executor.shutdown();
        printer.stop();
        printer = null;

        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); !threads().isEmpty() && System.nanoTime() < end;) {
            System.gc();
        }
        assertEquals(List.of(), threads());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(each -> each.startsWith("HttpClient-") || each.startsWith("printer-")).toList();
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
        start("echo 'STATE: +media-low-warning' >&2; " + untilLetGo());
        Observed<List<String>> reasons = Observed.changesOf(printer.reasons());
        value(printer.print(PAGE, TEXT, "Last sheet"));
        assertEquals(List.of("media-low-warning"), reasons.next());
        letGo();
    }

    @Test
    void cancelledJobEndsAndIsNotOk() throws Exception {
        // This printer ends a cancelled job no sooner than its script does.
        start(untilLetGo());
        Observed<JobDone> done = Observed.of(printer.jobDone());
        int job = value(printer.print(PAGE, TEXT, "Regretted"));

        printer.cancel(job).getValue();
        letGo();

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
    void keyIsRememberedByARestartedSource() throws Exception {
        start("exit 0");
        int job = value(printer.printOnce("a", PAGE, TEXT, "Once"));
        restart(Map.of());
        assertEquals(job, value(printer.printOnce("a", PAGE, TEXT, "Once")));
        assertEquals(1, device.printed().size());
    }

    @Test
    void keyOfABrokenTransferStaysInDoubtAlsoInARestartedSource() throws Exception {
        byte[] document = new byte[3 * BreakableLink.MUCH];
        device = EvePrinter.start(folder, "exit 0");
        try (BreakableLink link = linkToDevice()) {
            connect(Map.of("uri", through(link)));
            link.afterMuch(link::cut);
            for (int call = 0; call < 2; call++) {
                Throwable failure = printer.printOnce("c", document, "application/pdf", "Cut").getFailure();
                assertTrue(failure.getMessage().contains("the connection broke") && failure.getMessage().contains("may have been printed"),
                        failure.getMessage());
            }
        }
        restart(Map.of());
        Throwable failure = printer.printOnce("c", document, "application/pdf", "Cut").getFailure();
        assertTrue(failure.getMessage().contains("It may have been printed: look before you print it again"), failure.getMessage());
        value(printer.printOnce("another", PAGE, TEXT, "After it"));
        assertTrue(device.printed().stream().noneMatch(each -> each.length == document.length), "not sent again");
    }

    @Test
    void whatWaitsWhenTheSourceStopsIsNotPrintedAndItsKeyIsFree() throws Exception {
        start("exit 0");
        printer.pause().getValue();
        Promise<Integer> waiting = printer.printOnce("d", PAGE, TEXT, "Postponed");
        printer.stop();
        String message = waiting.getFailure().getMessage();
        assertTrue(message.endsWith("Print it when the Source is back; nothing was printed."), message);
        restart(Map.of());
        value(printer.printOnce("d", PAGE, TEXT, "Postponed"));
        assertEquals(1, device.printed().size());
    }

    @Test
    void printThatIsStuckHoldsUpNeitherItsPropertiesNorAnotherSource(@TempDir Path otherFolder) throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        device = EvePrinter.start(folder, "exit 0");
        try (BreakableLink link = linkToDevice(); EvePrinter otherDevice = EvePrinter.start(otherFolder, "exit 0");
                Node sources = Node.create().listen("tcp://127.0.0.1:0").start();
                Node replicas = Node.create().connect(sources.addresses().get(0)).start()) {
            connect(Map.of("uri", through(link)));
            IppPrinter otherPrinter = new IppPrinter(PrinterSettings.from(Configured.with(Map.of("uri", otherDevice.uri().toString()))),
                    otherFolder.resolve("keys"));
            awaitIdle(otherPrinter);
            sources.enableRemoting("stuck", printer);
            sources.enableRemoting("other", otherPrinter);
            Printer replica = valid(replicas.acquire(Printer.class, "stuck"));
            Printer other = valid(replicas.acquire(Printer.class, "other"));
            link.afterMuch(() -> {
                stuck.countDown();
                awaitUninterruptibly(release);
            });

            Promise<Integer> job = replica.print(new byte[3 * BreakableLink.MUCH], "application/pdf", "Stuck");
            stuck.await();
            Observed<List<String>> reasons = Observed.changesOf(replica.reasons());
            value(replica.pause());
            assertEquals(List.of("paused"), reasons.next());
            assertEquals(1, value(other.print(PAGE, TEXT, "On the other printer")));
            assertFalse(job.isDone());

            release.countDown();
            assertEquals(1, value(job));
            otherPrinter.stop();
        } finally {
            release.countDown();
        }
    }

    @Test
    void longTitleIsCut() throws Exception {
        start("exit 0");
        value(printer.print(PAGE, TEXT, "\u00e4".repeat(1000)));
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

    /** The script of a job that is under way for as long as the test looks at it. */
    private String untilLetGo() {
        return "until [ -e '" + folder.resolve("go") + "' ]; do sleep 0.1; done";
    }

    private void letGo() throws IOException {
        Files.createFile(folder.resolve("go"));
    }

    private void start(String script) throws Exception {
        start(script, Map.of());
    }

    private void start(String script, Map<String, Object> config) throws Exception {
        device = EvePrinter.start(folder, script);
        connect(config);
    }

    private void connect(Map<String, Object> config) throws Exception {
        printer = new IppPrinter(printer(config), folder.resolve("keys"));
        awaitIdle(printer);
    }

    private PrinterSettings printer(Map<String, Object> config) {
        Map<String, Object> values = new HashMap<>(Map.of("uri", device.uri().toString(), "poll_ms", 200, "poll_busy_ms", 50));
        values.putAll(config);
        return PrinterSettings.from(Configured.with(values));
    }

    private static void awaitIdle(IppPrinter printer) throws Exception {
        Observed<State> states = Observed.changesOf(printer.state());
        printer.start();
        assertEquals(State.IDLE, states.next());
    }

    private void restart(Map<String, Object> config) throws Exception {
        printer.stop();
        connect(config);
    }

    private BreakableLink linkToDevice() throws IOException {
        return new BreakableLink("tcp://localhost:" + device.uri().getPort());
    }

    private static String through(BreakableLink link) {
        return "ipp://localhost:" + link.port() + "/ipp/print";
    }

    private static Printer valid(Printer replica) throws Exception {
        value(Replica.of(replica).whenValid());
        return replica;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static <T> T value(Promise<T> promise) throws Exception {
        return promise.timeout(30_000).getValue();
    }
}

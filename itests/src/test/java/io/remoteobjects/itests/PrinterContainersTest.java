package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.CommandFailure;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.LogFollower;
import io.remoteobjects.itests.harness.Ports;
import io.remoteobjects.itests.printer.EvePrinter;
import io.remoteobjects.itests.qt.QtPeers;
import io.remoteobjects.itests.qt.QtProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real printer, the container of its Source, one that prints and one that watches, in one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrinterContainersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LOGGED = Pattern.compile("PrinterLog.*?\\| ((?:Printer|Job|Page) [^|]*)$", Pattern.MULTILINE);

    /** As long as this file is there, no job ends. */
    private static final String BUSY = "busy";

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    @TempDir
    static Path folder;

    private static final int PORT = Ports.free();

    private static EvePrinter device;
    private static KarafContainer source;
    private static KarafContainer printing;
    private static KarafContainer watching;

    @BeforeAll
    static void start() {
        Optional<String> missing = EvePrinter.missing();
        assumeTrue(missing.isEmpty(), missing::toString);
        device = EvePrinter.start(folder, "sleep 2; while [ -e " + folder.resolve(BUSY) + " ]; do sleep 0.1; done");
        String pid = "io.remoteobjects.examples.printer-office";
        source = CONTAINERS.prepare("source").feature("remoteobjects-printer-source")
                .configure(pid, "uri", device.uri().toString()).configure(pid, "poll.ms", "200").configure(pid, "name", "Office")
                .configure(pid, "document.max.bytes", "2000")
                .configure("listen", "local:printer-source,tcp://127.0.0.1:" + PORT).build();
        printing = CONTAINERS.prepare("printing").patient().feature("remoteobjects-printer-replica")
                .configure("io.remoteobjects.examples.printer.replica", "page", "At the start").build();
        watching = CONTAINERS.prepare("watching").patient().feature("remoteobjects-printer-replica").build();
        Containers.startAll(watching);
        Containers.startAll(source);
        watching.awaitLog(Pattern.compile("Printer is idle"), PATIENCE);
        Containers.startAll(printing);
    }

    @AfterAll
    static void stop() {
        if (device != null) {
            device.close();
        }
    }

    @Test
    @Order(1)
    void pageIsPrintedOnceAndItsStatesAreSeenInOrderInBothContainers() {
        awaitBoth("Job 1 is printed");
        printing.awaitLog(Pattern.compile("Page 'At the start' is job 1"), PATIENCE);

        awaitBoth("(?s)Printer is printing.*Printer is idle");
        for (KarafContainer each : List.of(printing, watching)) {
            assertTrue(states(each).endsWith("idle, printing, idle"), () -> each.name() + " saw " + states(each));
            assertTrue(each.log().contains("Printer 'Office' is here"), each::log);
            assertTrue(each.log().contains("Printer has Black Toner 75 %."), each::log);
        }
        assertEquals(1, device.printed().size());
        String pdf = new String(device.printed().get(0), StandardCharsets.ISO_8859_1);
        assertTrue(pdf.startsWith("%PDF-1.4\n") && pdf.contains("(At the start) Tj") && pdf.endsWith("%%EOF\n"), pdf);
    }

    @Test
    @Order(2)
    void pageOfACommandIsPrinted() {
        LogFollower log = printing.followLog();
        printing.execute("printer:page \"By command\"");
        awaitBoth("Job " + log.expect("Page 'By command' is job (\\d+)", PATIENCE).group(1) + " is printed");
        assertTrue(device.printed().stream().anyMatch(each -> new String(each, StandardCharsets.ISO_8859_1).contains("(By command) Tj")));
    }

    @Test
    @Order(3)
    void qtProgramPrintsThroughTheSourceAndSeesItsJobDone() throws IOException {
        QtPeers qt = QtPeers.build();
        assumeTrue(qt.isAvailable(), qt.reason());
        String job;
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Qt\n");
        try (QtProcess program = qt.printer("tcp://127.0.0.1:" + PORT, "printer", letter.toString(), "text/plain")) {
            program.expect("name Office");
            program.expect("printer Idle");
            job = expectBoth(program, "printer Processing", "job (\\d+)");
            expectBoth(program, "printer Idle", "done " + job + " (ok) Job completed\\.");
        }
        assertEquals(1, timesPrinted("Dear Qt\n".getBytes(StandardCharsets.UTF_8)));
        awaitBoth("Job " + job + " is printed");
    }

    @Test
    @Order(4)
    void shellOfAnyContainerAsksAndTellsThePrinter() throws IOException {
        printing.execute("ro:call printer pause");
        awaitBoth("Printer is stopped \\(paused\\)");
        String paused = watching.execute("ro:get printer");
        assertTrue(paused.contains("reasons = [\"paused\"]") && paused.contains("level: 75"), paused);
        printing.execute("ro:call printer resume");
        awaitBoth("(?s)Printer is stopped \\(paused\\).*Printer is idle\\.");

        Path busy = Files.createFile(folder.resolve(BUSY));
        String job = watching.execute("ro:call printer print 0x41 text/plain Regretted").strip();
        watching.execute("ro:call printer cancel " + job);
        Files.delete(busy);
        awaitBoth("Job " + job + " is not printed");
        String watched = watching.execute("ro:watch --seconds 1 printer");
        assertTrue(watched.contains("state = ") && watched.contains("queueLength = "), watched);
        assertFails("Unsupported document-format", watching, "ro:call printer print 0x41 image/gif Picture");
        assertFails("bytes, and 2000 are allowed", printing, "printer:page " + "x".repeat(2000));
    }

    @Test
    @Order(5)
    void deadPrinterIsStoppedInBothContainersAndItsServiceStays() {
        device.kill();
        awaitBoth("Printer is stopped \\(unreachable: ");
        assertFails("it cannot be reached", printing, "printer:page Lost");

        device.start();
        awaitBoth("(?s)Printer is stopped.*Printer is idle\\.");
        for (KarafContainer each : List.of(printing, watching)) {
            assertEquals(-1, each.log().indexOf("Printer is gone"), each::log);
        }
    }

    @Test
    @Order(6)
    void killedSourceTakesTheServicesWithItAndBringsThemBackAndRemembersItsKeys() {
        awaitBoth("Job 1 is printed");
        int printed = device.printed().size();
        source.kill9();
        awaitBoth("Printer is gone");
        source.start();
        awaitBoth("(?s)Printer is gone.*Printer is idle\\.");
        printing.awaitLog(Pattern.compile("(?s)Printer is gone.*Page 'At the start' is job 1\\."), PATIENCE);
        assertEquals(printed, device.printed().size());
        assertTrue(watching.isRunning() && printing.isRunning());
    }

    @Test
    @Order(7)
    void documentOfAReplicaIsPrintedOnceByteForByte() {
        List<LogFollower> logs = List.of(printing.followLog(), watching.followLog());
        byte[] document = HexFormat.of().parseHex("00ff0d0a80c3a91a7f");

        watching.execute("ro:call printer print 0x00ff0d0a80c3a91a7f text/plain Bytes");

        Await.until("the document in the spool", PATIENCE, () -> timesPrinted(document) > 0);
        logs.forEach(each -> each.expect("Job \\d+ is printed", PATIENCE));
        assertEquals(1, timesPrinted(document));
    }

    private static long timesPrinted(byte[] document) {
        return device.printed().stream().filter(each -> Arrays.equals(each, document)).count();
    }

    /** The printer tells of a job before or after it changes its own state. {@return the group of the other line} */
    private static String expectBoth(QtProcess program, String state, String other) {
        String either = state + "|" + other;
        String first = program.expect(either).group(1);
        String second = program.expect(either).group(1);
        return first == null ? second : first;
    }

    private static void assertFails(String why, KarafContainer container, String command) {
        String message = assertThrows(CommandFailure.class, () -> container.execute(command), command).getMessage();
        assertTrue(message.contains(why), message);
    }

    private static void awaitBoth(String logged) {
        Pattern pattern = Pattern.compile(logged);
        for (KarafContainer each : List.of(printing, watching)) {
            Await.until("'" + logged + "' in container " + each.name(), PATIENCE, () -> pattern.matcher(each.log()).find());
        }
    }

    /** The states a container saw, each once in a row. */
    private static String states(KarafContainer container) {
        List<String> states = LOGGED.matcher(container.log()).results().map(each -> each.group(1)).filter(each -> each.startsWith("Printer is "))
                .map(each -> each.substring("Printer is ".length()).replaceAll("[ .].*", "")).toList();
        return String.join(", ", states);
    }
}

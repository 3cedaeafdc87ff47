package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.CommandFailure;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.printer.EvePrinter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
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

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    @TempDir
    static Path folder;

    private static EvePrinter device;
    private static KarafContainer source;
    private static KarafContainer printing;
    private static KarafContainer watching;

    @BeforeAll
    static void start() {
        Optional<String> missing = EvePrinter.missing();
        assumeTrue(missing.isEmpty(), missing::toString);
        device = EvePrinter.start(folder, "sleep 1");
        String pid = "io.remoteobjects.examples.printer-office";
        source = CONTAINERS.prepare("source").feature("remoteobjects-printer-source")
                .configure(pid, "uri", device.uri().toString()).configure(pid, "poll.ms", "200").configure(pid, "name", "Office")
                .configure(pid, "patience.seconds", "1").build();
        printing = CONTAINERS.prepare("printing").feature("remoteobjects-printer-replica")
                .configure("io.remoteobjects.examples.printer.replica", "page", "At the start").build();
        watching = CONTAINERS.prepare("watching").feature("remoteobjects-printer-replica").build();
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

        awaitBoth("Job 1 is printed(?s:.*)");
        for (KarafContainer each : List.of(printing, watching)) {
            assertTrue(states(each).startsWith("idle, printing, idle"), () -> each.name() + " saw " + states(each));
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
        assertTrue(printing.execute("printer:page \"By command\"").contains("Job 2 prints it."));
        awaitBoth("Job 2 is printed");
        byte[] page = device.printed().get(1);
        assertArrayEquals(page, device.printed().get(1));
        assertTrue(new String(page, StandardCharsets.ISO_8859_1).contains("(By command) Tj"));
    }

    @Test
    @Order(3)
    void deadPrinterIsStoppedInBothContainersAndItsServiceStays() {
        device.kill();
        awaitBoth("Printer is stopped \\(unreachable: ");
        CommandFailure failure = Assertions.assertThrows(CommandFailure.class, () -> printing.execute("printer:page Lost"));
        assertTrue(failure.getMessage().contains("it cannot be reached") && failure.getMessage().contains("nothing was printed"),
                failure.getMessage());

        device.start();
        awaitBoth("(?s)Printer is stopped.*Printer is idle\\.");
        for (KarafContainer each : List.of(printing, watching)) {
            assertEquals(-1, each.log().indexOf("Printer is gone"), each::log);
        }
    }

    @Test
    @Order(4)
    void killedSourceTakesTheServicesWithItAndBringsThemBack() {
        source.kill9();
        awaitBoth("Printer is gone");
        source.start();
        awaitBoth("(?s)Printer is gone.*Printer is idle\\.");
        assertTrue(watching.isRunning() && printing.isRunning());
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

package io.remoteobjects.examples.printer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.remoteobjects.LinkException;
import io.remoteobjects.LinkException.Delivery;
import io.remoteobjects.Replica;
import io.remoteobjects.examples.printer.Printer;
import io.remoteobjects.itests.printer.EvePrinter;
import io.remoteobjects.node.Node;

/** A replica prints on a real printer while its link is cut again and again. */
class LinkCutTest {

    private static final int CUTS = 200;
    private static final int HITS = 20;
    private static final int MAX_DELAY_MICROS = 40_000;
    private static final long SEED = 20_260_601;

    private final Random random = new Random(SEED);
    private final Map<Delivery, Integer> failures = new EnumMap<>(Delivery.class);
    private int newKeys;

    @Test
    @Timeout(300)
    void callerIsToldOfEveryCutAndNothingIsPrintedTwice(@TempDir Path folder) throws Exception {
        Optional<String> missing = EvePrinter.missing();
        assumeTrue(missing.isEmpty(), missing::toString);
        ScheduledExecutorService scissors = Executors.newSingleThreadScheduledExecutor();
        try (EvePrinter device = EvePrinter.start(folder, "exit 0");
                Node sourceNode = Node.create().listen("tcp://127.0.0.1:0").start();
                BreakableLink link = new BreakableLink(sourceNode.addresses().get(0));
                Node replicaNode = Node.create().connect(link.url()).reconnect(Duration.ofMillis(5), Duration.ofMillis(20)).start()) {
            IppPrinter source = new IppPrinter(PrinterSettings.from(Configured.with(
                    Map.of("uri", device.uri().toString(), "poll_ms", 1000, "poll_busy_ms", 20))), folder.resolve("keys"));
            source.start();
            sourceNode.enableRemoting("printer", source);
            Printer printer = replicaNode.acquire(Printer.class, "printer");

            int documents = 0;
            // How many cuts hit a call is a matter of how fast this machine is.
            while (documents < CUTS || failures.getOrDefault(Delivery.UNCONFIRMED, 0) < HITS) {
                valid(printer);
                scissors.schedule(link::cut, random.nextInt(MAX_DELAY_MICROS), TimeUnit.MICROSECONDS);
                printWhateverHappens(printer, documents++);
            }

            assertEquals(IntStream.range(0, documents).boxed().collect(Collectors.toMap(i -> i, i -> 1L)),
                    device.printed().stream().collect(Collectors.groupingBy(LinkCutTest::number, Collectors.counting())),
                    "how often each document is printed");
            source.stop();
        } finally {
            scissors.shutdownNow();
        }
    }

    /** Repeats the call as its failures allow: with the same key if it may have arrived, with a new one if it cannot have. */
    private void printWhateverHappens(Printer printer, int number) throws Exception {
        byte[] document = document(number);
        String key = "key " + newKeys++;
        boolean mayHaveArrived = false;
        while (true) {
            valid(printer);
            try {
                printer.printOnce(key, document, "text/plain", "Document " + number).timeout(20_000).getValue();
                return;
            } catch (InvocationTargetException failed) {
                if (!(failed.getCause() instanceof LinkException broken)) {
                    throw failed;
                }
                failures.merge(broken.delivery(), 1, Integer::sum);
                mayHaveArrived |= broken.delivery() == Delivery.UNCONFIRMED;
                if (!mayHaveArrived) {
                    key = "key " + newKeys++;
                }
            }
        }
    }

    private static void valid(Printer printer) throws Exception {
        Replica replica = Replica.of(printer);
        if (replica.whenValid().timeout(20_000).getFailure() != null) {
            fail("The replica did not become valid again: " + replica.state());
        }
    }

    private byte[] document(int number) {
        byte[] document = new byte[4 + random.nextInt(300_000)];
        random.nextBytes(document);
        ByteBuffer.wrap(document).putInt(number);
        return document;
    }

    private static int number(byte[] document) {
        return ByteBuffer.wrap(document).getInt();
    }
}

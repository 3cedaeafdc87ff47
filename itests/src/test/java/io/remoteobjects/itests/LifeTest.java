package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.CommandFailure;
import io.remoteobjects.itests.harness.ContainerBuilder;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.Ports;
import io.remoteobjects.itests.printer.EvePrinter;
import io.remoteobjects.itests.samples.life.lookout.events.EventLookout;
import io.remoteobjects.itests.samples.life.lookout.mdns.MdnsLookout;
import io.remoteobjects.itests.samples.life.lookout.stream.StreamLookout;
import io.remoteobjects.itests.samples.life.lookout.zookeeper.ZooKeeperLookout;
import io.remoteobjects.itests.samples.life.mirror.Mirror;
import io.remoteobjects.itests.zookeeper.ZooKeeperServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every bundle that a feature of the project brings is installed, started, updated, refreshed, stopped and uninstalled in any order, while
 * replicas are live here and in other containers. {@code -Dit.life.from=117 -Dit.life.count=1} runs sequence 117 again.
 */
class LifeTest {

    private static final long SEED = Long.getLong("it.life.seed", 4);
    private static final int FROM = Integer.getInteger("it.life.from", 0);
    private static final int COUNT = Integer.getInteger("it.life.count", 200);

    /** As many as end while a console command may run. */
    private static final int AT_ONCE = 10;

    /** So many with mDNS in use, which takes its seconds to find others and to say farewell. */
    private static final int WITH_MDNS = 20;

    /** What stays is seen at the end: looking now and then only tells earlier, and since when. */
    private static final int LOADERS_EVERY = 4 * AT_ONCE;

    private static final Duration SOON = Duration.ofSeconds(60);

    /** A thread keeps the classes that were at work when it was made, and those of pools live for a minute after their last work. */
    private static final Duration IDLE_THREADS_END = Duration.ofMinutes(2);

    private static final long HEAP_TOLERANCE = 8 << 20;

    private static final Pattern ENTRY = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\dT)");
    private static final Pattern TROUBLE = Pattern.compile("\\| ERROR \\||\\n\\s+at ");

    /**
     * The framework tells of bundles that it cannot start again after a refresh, as what they need was uninstalled, and that the service
     * this test asked for went meanwhile. SCR stumbles over the bundle that a component has no more, if its service is asked for, by
     * whomever, just when that bundle stops. Others are told late of a bundle that came and went, and stumble over it. We tell that the API
     * was updated, and some bundles were refreshed to the new one and others not.
     */
    private static final List<Pattern> EXPECTED = List.of(
            Pattern.compile("\\| FelixDispatchQueue +\\| Framework .*\\| FrameworkEvent ERROR\\s+org.osgi.framework."
                    + "(BundleException: (Unable to resolve|Uses constraint violation|Unable to acquire global lock)"
                    + "|ServiceException: Service factory returned null)"),
            Pattern.compile("\\| FrameworkEvent ERROR\\s+org.osgi.framework.ServiceException: .* because \"usingBundle\" is null\\n(?s:.*)"
                    + "Caused by: .*\\n\\s+at org.apache.felix.scr.impl.manager.ComponentContextImpl.<init>"),
            Pattern.compile("^.*\\| \\d+ - (?!io\\.remoteobjects).*\\s+java.lang.IllegalStateException: "
                    + "(The bundle is uninstalled|Invalid BundleContext)"),
            Pattern.compile("of another copy of the API"));

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    @TempDir
    static Path folder;

    private static final String MDNS = "io.remoteobjects.mdns";
    private static final String ZOOKEEPER = "io.remoteobjects.zookeeper";
    private static final String PRINTER = "io.remoteobjects.examples.printer-office";

    private static ZooKeeperServer server;
    private static EvePrinter printer;

    private static KarafContainer here;
    private static KarafContainer there;
    private static KarafContainer byZooKeeper;
    private static KarafContainer byMdns;
    private static boolean mdnsUsed;

    @BeforeAll
    static void start() throws IOException {
        server = ZooKeeperServer.alone(folder.resolve("zookeeper"));
        ContainerBuilder all = CONTAINERS.prepare("here");
        optionalFeatures().forEach(all::feature);
        if (EvePrinter.missing().isEmpty()) {
            printer = EvePrinter.start(folder, "true");
            all.configure(PRINTER, "uri", printer.uri().toString());
        }
        // What nothing but soft references hold is as good as gone.
        here = all.configure("listen", "local:here,tcp://127.0.0.1:" + Ports.free()).configure(ZOOKEEPER, "servers", server.address())
                .configure(MDNS, "interfaces", "none").javaOption("-XX:SoftRefLRUPolicyMSPerMB=0").build();
        there = CONTAINERS.prepare("there").feature("remoteobjects-gps-replica").feature("remoteobjects-printer-replica").build();
        byZooKeeper = elsewhere("zookeeper").configure(ZOOKEEPER, "servers", server.address()).build();
        byMdns = elsewhere("mdns").configure(MDNS, "interfaces", "127.0.0.1").build();
        Containers.startAll(here, there, byZooKeeper, byMdns);
        LifeBundles.installMirror(byZooKeeper);
        LifeBundles.installMirror(byMdns);
        LifeBundles.install(here, there, StreamLookout.class, EventLookout.class, ZooKeeperLookout.class);
    }

    private static List<String> optionalFeatures() throws IOException {
        String version = System.getProperty("project.version");
        Path repository = Path.of(System.getProperty("distribution.assembly"), "system", "io", "remoteobjects", "features", version,
                "features-" + version + "-features.xml");
        return Pattern.compile("<feature name=\"(remoteobjects-[^\"]+)\"").matcher(Files.readString(repository)).results()
                .map(each -> each.group(1)).toList();
    }

    /** A container that is found, and finds others, in one way only. */
    private static ContainerBuilder elsewhere(String discovery) {
        return CONTAINERS.prepare(discovery).feature("remoteobjects-" + discovery).configure("registry", "none")
                .configure("listen", "tcp://127.0.0.1:" + Ports.free())
                .configure(Mirror.class.getName(), "remote.source", "mirror-" + discovery);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (printer != null) {
            printer.close();
        }
    }

    @Test
    void allIsWellAfterEverySequenceAndNothingIsLeftBehind() {
        // What is used for the first time may stay: threads of pools, open jars.
        useMdns(true);
        run(FROM, 1);
        print("The first page");
        Stock before = Stock.of(here);
        // The first number of the loop is that of the run before, and no change would be told.
        here.execute("life:show 0");

        for (int i = FROM; i < FROM + COUNT; i += AT_ONCE) {
            useMdns(i < WITH_MDNS);
            run(i, Math.min(AT_ONCE, FROM + COUNT - i));
            there.awaitOutput("ro:get gps fix; ro:get printer", SOON, got -> got.contains("latitude") && got.contains("queueLength"));
            if ((i + AT_ONCE) % LOADERS_EVERY == 0) {
                awaitLoaders();
            }
        }

        useMdns(true);
        here.execute("life:show " + (FROM + COUNT + 1));
        print("The last page");
        assertTrue(here.execute("ro:sources").contains("lighthouse"));
        awaitLoaders();
        before.awaitNothingMore(here, HEAP_TOLERANCE);
        for (KarafContainer each : List.of(here, there, byZooKeeper, byMdns)) {
            assertEquals(List.of(), troubles(each), "in the log of " + each.name());
        }
    }

    private static void print(String page) {
        if (printer != null) {
            Await.until("a printer for " + page, SOON, () -> isTaken(page));
            Await.until(page + " to be printed", SOON,
                    () -> printer.printed().stream().map(LifeTest::text).anyMatch(each -> each.contains(page)));
        }
    }

    private static boolean isTaken(String page) {
        try {
            there.execute("printer:page \"" + page + "\"");
            return true;
        } catch (CommandFailure noPrinterYet) {
            return false;
        }
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.ISO_8859_1);
    }

    private static void awaitLoaders() {
        try {
            here.awaitOutput("life:loaders", IDLE_THREADS_END, left -> left.strip().equals("left behind: []"));
        } catch (AssertionError left) {
            throw new AssertionError(left.getMessage() + " What keeps it is in " + here.dumpHeap(), left);
        }
    }

    private static void useMdns(boolean use) {
        if (use != mdnsUsed) {
            here.configure(MDNS, "interfaces", use ? "127.0.0.1" : "none");
            if (use) {
                here.install(LifeBundles.lookout(MdnsLookout.class));
            } else {
                here.uninstall("life-lookout-mdns");
            }
            mdnsUsed = use;
        }
    }

    private static void run(int from, int count) {
        try {
            here.execute("life:run " + SEED + " " + from + " " + count);
        } catch (CommandFailure failure) {
            throw new AssertionError(failure.output(), failure);
        }
    }

    private static List<String> troubles(KarafContainer container) {
        return ENTRY.splitAsStream(container.log()).filter(entry -> TROUBLE.matcher(entry).find())
                .filter(entry -> EXPECTED.stream().noneMatch(each -> each.matcher(entry).find())).toList();
    }
}

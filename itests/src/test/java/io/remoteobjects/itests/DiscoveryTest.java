package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.LogFollower;
import io.remoteobjects.itests.harness.Ports;
import io.remoteobjects.itests.zookeeper.ZooKeeperServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Containers without a registry, and the other ways by which one finds what another offers. */
class DiscoveryTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MDNS = "io.remoteobjects.mdns";
    private static final String ZOOKEEPER = "io.remoteobjects.zookeeper";

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static final String HALL = "tcp://127.0.0.1:" + Ports.free();

    private static ZooKeeperServer server;
    private static KarafContainer hall;
    private static KarafContainer replica;
    private static Path endpoint;

    @BeforeAll
    static void start() {
        server = ZooKeeperServer.alone(Path.of("target/zookeeper"));
        hall = CONTAINERS.prepare("hall").feature("remoteobjects-zookeeper").feature("remoteobjects-mdns")
                .configure("registry", "none").configure("listen", HALL)
                .configure(ZOOKEEPER, "servers", server.address()).configure(ZOOKEEPER, "session.timeout.ms", "4000").build();
        replica = CONTAINERS.prepare("replica").patient().feature("remoteobjects-zookeeper").configure("registry", "none").build();
        endpoint = replica.folder().resolve("etc/io.remoteobjects.endpoint-gps.cfg");
        Containers.startAll(hall, replica);
        GpsBundles.installSource(hall);
        GpsBundles.installProbe(replica);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void write(String... lines) throws IOException {
        Files.write(endpoint, List.of(lines));
    }

    @AfterEach
    void findNothing() throws IOException {
        Files.deleteIfExists(endpoint);
        replica.configure(ZOOKEEPER, "servers", "");
        awaitNothing();
        Await.until("the threads of ZooKeeper and mDNS to end", SOON, replica::threads, threads -> threads.stream()
                .noneMatch(each -> each.contains("SendThread") || each.contains("JmDNS") || each.startsWith("remoteobjects-mdns")));
    }

    private static void awaitGps() {
        replica.awaitOutput("probe:services", SOON, services -> services.contains("VALID latitude"));
        assertEquals(1, GpsBundles.services(replica));
    }

    private static void awaitNothing() {
        replica.awaitOutput("probe:services", SOON, services -> services.contains("0 in all"));
    }

    @Test
    void anEndpointThatIsWrittenDownIsAServiceAsLongAsItsFileIsThere() throws IOException {
        write("objectClass = io.remoteobjects.examples.gps.Gps", "remoteobjects.name = gps", "remoteobjects.url = " + HALL);
        awaitGps();
    }

    @Test
    void whatIsMissingInItIsTold() throws IOException {
        write("objectClass = io.remoteobjects.examples.gps.Gps", "remoteobjects.name = gps");
        replica.awaitLog(Pattern.compile("io.remoteobjects.endpoint-gps.cfg has no remoteobjects.url. Write"), SOON);
    }

    @Test
    void zooKeeperTellsOfASourceUntilItIsGone() {
        replica.configure(ZOOKEEPER, "servers", server.address());
        awaitGps();
        hall.uninstall("test-gps");
        replica.awaitOutput("ro:explain gps", SOON, text -> text.contains("no endpoint for it"));
        hall.install(Path.of("target/bundles/test-gps.jar"));
        awaitGps();

        hall.kill9();
        awaitNothing();
        replica.awaitOutput("ro:explain gps", SOON, text -> text.contains("no endpoint for it"));
        hall.start();
        awaitGps();
        assertFalse(hall.log().contains("| ERROR"), hall::log);
    }

    @Test
    void oneOnTheSameNetworkIsFoundByMulticast() {
        replica.execute("feature:install remoteobjects-mdns");
        assertEquals(0, GpsBundles.services(replica));
        hall.configure(MDNS, "interfaces", "127.0.0.1");
        replica.configure(MDNS, "interfaces", "127.0.0.1");
        awaitGps();
        replica.execute("feature:uninstall remoteobjects-mdns");
    }

    @Test
    void whatSeveralKnowIsOneServiceAndStaysUntilTheLastHasLostIt() {
        LogFollower log = replica.followLog();
        replica.configure("io.remoteobjects", "connect", HALL);
        log.expect("Node \\S+ listens", SOON);
        awaitGps();
        replica.configure(ZOOKEEPER, "servers", server.address());
        log.expect("Connected to ZooKeeper", SOON);
        awaitGps();
        String service = replica.execute("probe:services");

        replica.configure(ZOOKEEPER, "servers", "");
        log.expect("ZooKeeper is not used", SOON);
        awaitGps();
        assertEquals(service, replica.execute("probe:services"));

        replica.configure("io.remoteobjects", "connect", "");
        log.expect("Node \\S+ listens", SOON);
    }
}

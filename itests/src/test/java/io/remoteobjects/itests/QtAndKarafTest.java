package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.LogFollower;
import io.remoteobjects.itests.harness.Ports;
import io.remoteobjects.itests.qt.QtPeers;
import io.remoteobjects.itests.qt.QtProcess;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real Qt 6 follows a Source in a container, and a container consumes a Source of real Qt 6 as a service. */
class QtAndKarafTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String CAME = "PROBE \\d+ came at \\d+ with latitude (\\S+) of process (\\d+)";
    private static final String GONE = "PROBE \\d+ gone at (\\d+)";

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static final String HALL = "tcp://127.0.0.1:" + Ports.free();
    private static final String QT = "tcp://127.0.0.1:" + Ports.free();

    private static QtPeers qt;
    private static KarafContainer hall;
    private static KarafContainer consumer;

    @BeforeAll
    static void start() {
        qt = QtPeers.build();
        assumeTrue(qt.isAvailable(), qt.reason());
        hall = CONTAINERS.prepare("hall").configure("listen", "local:hall, " + HALL).build();
        // Without a registry: it sees the Source of Qt and not that of the hall.
        consumer = CONTAINERS.prepare("consumer").patient().configure("registry", "none").configure("connect", QT).build();
        Containers.startAll(hall, consumer);
        GpsBundles.installSource(hall);
        GpsBundles.installProbe(consumer);
    }

    @BeforeEach
    void hallIsUp() {
        Containers.startAll(hall);
        hall.awaitOutput("ro:sources", SOON, sources -> sources.contains("gps"));
        hall.execute("source:move 1");
    }

    @Test
    void aTypedQtReplicaFollowsAContainerThroughAKill() {
        try (QtProcess replica = qt.replica("--connect", HALL, "--acquire", "Gps:gps")) {
            replica.expect("prop gps fix .*\"latitude\":1[,}].*");

            hall.execute("source:move 2");
            replica.expect("signal gps fixChanged .*\"latitude\":2[,}].*");
            hall.execute("source:lose antenna");
            replica.expect("signal gps fixLost \\[\"antenna\",0\\]");
            replica.send("call gps.satellites true");
            replica.expect("reply 1 gps.satellites error=0 7");
            replica.send("push gps.rate 5");
            replica.expect("signal gps rateChanged \\[5\\]");
            assertTrue(hall.execute("source:rate").contains("rate 5"));

            survivesKill(replica);
        }
    }

    @Test
    void aDynamicQtReplicaFollowsAContainerThroughAKill() {
        try (QtProcess replica = qt.replica("--connect", HALL, "--dynamic", "gps")) {
            replica.expect("prop gps fix .*\"latitude\":1[,}].*");

            hall.execute("source:move 2");
            replica.expect("signal gps fixChanged .*\"latitude\":2[,}].*");
            replica.send("call gps.satellites true");
            replica.expect("reply 1 gps.satellites error=0 7");
            replica.send("push gps.rate 6");
            replica.expect("signal gps rateChanged \\[6\\]");

            survivesKill(replica);
        }
    }

    private static void survivesKill(QtProcess replica) {
        hall.kill9();
        replica.expect("state gps Suspect Valid");
        hall.start();
        replica.expect("state gps Valid Suspect", SOON);
        hall.execute("source:move 3");
        replica.expect("signal gps fixChanged .*\"latitude\":3[,}].*");
    }

    @Test
    void aQtSourceIsAServiceAsLongAsItLives() {
        LogFollower seen = consumer.followLog();
        try (QtProcess source = qtSource()) {
            seen.expect(CAME, SOON);
            source.send("set gps.fix [47.5,8.5,12,5,\"2024-01-01T00:00:00Z\"]");
            seen.expect("fix latitude 47.5 of process 12", SOON);
            source.send("emit gps.fixLost antenna 3");
            seen.expect("lost antenna", SOON);

            String satellites = consumer.execute("probe:satellites");
            source.expect("called gps satellites \\[true\\]");
            assertTrue(satellites.matches("satellites \\d+\\s*"), satellites);
            consumer.execute("probe:push 5");
            source.expect("signal gps rateChanged \\[5\\]");
        }
        seen.expect(GONE, SOON);
    }

    /** On a machine that is busy with other things the best of three counts. */
    @Test
    void aQtSourceThatIsKilledIsGoneWithinHalfASecond() {
        LogFollower seen = consumer.followLog();
        long took = Long.MAX_VALUE;
        for (int i = 0; i < 3 && took >= 500; i++) {
            try (QtProcess source = qtSource()) {
                seen.expect(CAME, SOON);
                assertEquals(1, GpsBundles.services(consumer));
                long killed = System.currentTimeMillis();
                source.kill9();
                took = Long.parseLong(seen.expect(GONE, SOON).group(1)) - killed;
                assertEquals(0, GpsBundles.services(consumer));
            }
        }
        assertTrue(took < 500, "It took " + took + " ms");
    }

    private static QtProcess qtSource() {
        QtProcess source = qt.source("--address", QT, "--share", "Gps:gps");
        source.listening();
        return source;
    }
}

package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.LogFollower;
import java.time.Duration;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Source in one container and its Replica in another, with everything that can happen to the two. */
class GpsTwoContainersTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int HEARTBEAT_MILLIS = 400;
    private static final int DEFAULT_HEARTBEAT_MILLIS = 2000;

    private static final String CAME = "PROBE \\d+ came at (\\d+) with latitude (\\S+ of process \\d+)";
    private static final String GONE = "PROBE \\d+ gone at (\\d+)";

    /** What a kill may take to be noticed. */
    private static final int AT_ONCE_MILLIS = 500;

    /** On top of two heartbeats: the timers and threads of a machine that is busy with other things. */
    private static final int SCHEDULING_MILLIS = 200;

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer source;
    private static KarafContainer replica;
    private static LogFollower seen;

    @BeforeAll
    static void replicaFirst() {
        source = CONTAINERS.prepare("source").build();
        replica = CONTAINERS.prepare("replica").configure("heartbeat.ms", Integer.toString(HEARTBEAT_MILLIS)).build();
        Containers.startAll(source, replica);
        GpsBundles.installProbe(replica);
        GpsBundles.installSource(source);
    }

    @BeforeEach
    void bothAreUp() {
        Containers.startAll(source, replica);
        replica.awaitOutput("probe:services", SOON, services -> services.contains("VALID latitude"));
        source.execute("source:move 1");
        seen = replica.followLog();
    }

    @Test
    void aReplicaThatWasThereFirstGetsTheServiceOnceTheSourceIsThere() {
        assertEquals(1, GpsBundles.services(replica));
    }

    @Test
    void aLateJoinerBeginsWithTheCurrentValueAndMissesNoneAfterIt() {
        source.execute("source:move 2 3 4");
        replica.uninstall("gps-probe");
        source.execute("source:move 5 6");
        GpsBundles.installProbe(replica);

        assertEquals("6.0", seen.expect("PROBE \\d+ came at \\d+ with latitude (\\S+)", SOON).group(1));
        source.execute("source:move 7");
        seen.expect("fix latitude 6.0", SOON);
        seen.expect("fix latitude 7.0", SOON);
    }

    @Test
    void valuesSignalsRepliesAndPushesCross() {
        source.execute("source:move 8");
        seen.expect("fix latitude 8.0", SOON);
        source.execute("source:lose antenna");
        seen.expect("lost antenna", SOON);
        assertTrue(replica.execute("probe:satellites").contains("satellites 7"));

        replica.execute("probe:push 5");
        assertTrue(source.execute("source:rate").contains("rate 5"));
    }

    @Test
    void aKilledSourceTakesItsServiceAlongAtOnceAndBringsItBackWithFreshValues() {
        source.execute("source:move 9");
        seen.expect("fix latitude 9.0", SOON);

        long killed = source.kill9();
        assertWithin(AT_ONCE_MILLIS, killed, seen.expect(GONE, SOON));
        assertEquals(0, GpsBundles.services(replica));
        replica.awaitOutput("probe:handles", SOON,
                handle -> handle.contains("handle gps Gps Suspect") && handle.contains("latitude=9.0"));
        assertTrue(replica.execute("ro:get gps").contains("gps is Suspect: its host is lost."));

        source.start();
        MatchResult came = seen.expect(CAME, SOON);
        assertEquals("1.0 of process " + source.pid(), came.group(2));
        assertEquals(1, GpsBundles.services(replica));
        replica.awaitOutput("probe:handles", SOON, handle -> handle.contains("handle gps Gps Valid"));
    }

    @Test
    void aKillFailsTheCallsUnderWay() {
        callWhatNeverEnds();

        long killed = source.kill9();
        assertWithin(AT_ONCE_MILLIS, killed, seen.expect("failed at (\\d+): REMOTE", SOON));
        assertWithin(AT_ONCE_MILLIS, killed, seen.expect("failed at (\\d+): REMOTE", SOON));
    }

    @Test
    void aSourceThatHangsIsNoticedWithinTwoHeartbeats() {
        callWhatNeverEnds();
        LogFollower calls = replica.followLog();

        long paused = source.pause();
        assertWithin(2 * HEARTBEAT_MILLIS + SCHEDULING_MILLIS, paused, seen.expect(GONE, SOON));
        assertWithin(2 * HEARTBEAT_MILLIS + SCHEDULING_MILLIS, paused, calls.expect("failed at (\\d+): REMOTE", SOON));
        calls.expect("failed at (\\d+): REMOTE", SOON);
        source.resume();
        seen.expect(CAME, SOON);
        assertEquals(1, GpsBundles.services(replica));
    }

    /** Two calls under way: the second one has begun at the Source when this returns, and so has the first. */
    private static void callWhatNeverEnds() {
        LogFollower atSource = source.followLog();
        replica.execute("probe:callWhatNeverEnds");
        atSource.expect("SOURCE reset begins", SOON);
    }

    @Test
    void aContainerStartedAfterTheSourceFindsItAndItsHeartbeatOfTwoSecondsSeesItHang() {
        source.execute("source:move 10");
        KarafContainer late = CONTAINERS.prepare("late").build().start();
        LogFollower seenLate = late.followLog();
        GpsBundles.installProbe(late);
        assertEquals("10.0 of process " + source.pid(), seenLate.expect(CAME, SOON).group(2));

        long paused = source.pause();
        assertWithin(2 * DEFAULT_HEARTBEAT_MILLIS + SCHEDULING_MILLIS, paused, seenLate.expect(GONE, SOON));
        source.resume();
        seenLate.expect(CAME, SOON);
        late.stop();
    }

    private static void assertWithin(int millis, long start, MatchResult end) {
        long took = Long.parseLong(end.group(1)) - start;
        assertTrue(took <= millis, "It took " + took + " ms instead of " + millis + " at most: " + end.group());
    }
}

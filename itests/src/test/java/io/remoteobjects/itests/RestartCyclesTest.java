package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.LogFollower;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A Source's container is killed and started again, many times. The Replica's container is none the worse for it. */
class RestartCyclesTest {

    private static final int CYCLES = Integer.getInteger("it.cycles", 5);
    private static final Duration SOON = Duration.ofSeconds(60);

    /**
     * Karaf keeps the last 500 log events in memory, and each console command of this test leaves a session whose idle threads end after a
     * minute: 40 KB a cycle were seen in five cycles with nothing leaking.
     */
    private static final long HEAP_TOLERANCE = 3 << 20;

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer source;
    private static KarafContainer replica;

    @BeforeAll
    static void start() {
        source = CONTAINERS.prepare("source").build();
        replica = CONTAINERS.prepare("replica").patient().build();
        Containers.startAll(source, replica);
        GpsBundles.installSource(source);
        GpsBundles.installProbe(replica);
        replica.awaitOutput("probe:services", SOON, services -> services.contains("VALID"));
    }

    @Test
    void theReplicaIsAServiceOnceInEachCycleAndNothingIsLeftOver() {
        LogFollower seen = replica.followLog();
        // What is used for the first time may stay: classes, threads of pools.
        cycle(seen);
        Stock before = Stock.of(replica);

        for (int i = 0; i < CYCLES; i++) {
            cycle(seen);
        }

        System.out.printf("RestartCyclesTest: heap %d KB before and %d KB after %d cycles%n", before.heap() >> 10,
                replica.heapAfterCollection() >> 10, CYCLES);
        before.awaitNothingMore(replica, HEAP_TOLERANCE);
    }

    private static void cycle(LogFollower seen) {
        source.kill9();
        seen.expect("PROBE \\d+ gone", SOON);
        assertEquals(0, GpsBundles.services(replica));
        source.start();
        seen.expect("PROBE \\d+ came at \\d+ with latitude 1.0 of process " + source.pid(), SOON);
        assertEquals(1, GpsBundles.services(replica));
        assertEquals(0, seen.unread("PROBE \\d+ (came|gone)").size());
    }
}

package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.LogFollower;
import io.remoteobjects.itests.harness.NextVersion;
import io.remoteobjects.itests.harness.Required;
import io.remoteobjects.itests.harness.TestBundle;
import io.remoteobjects.itests.samples.moving.api.Adder;
import io.remoteobjects.itests.samples.moving.client.AdderClient;
import io.remoteobjects.itests.samples.moving.source.AdderCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Containers of an earlier version of this project, and of this one, side by side: what RollingUpgradeTest cannot show. */
class EarlierVersionTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static Path earlier;

    private KarafContainer source;
    private KarafContainer replica;

    @BeforeAll
    static void findEarlier() {
        String folder = System.getenv("EARLIER_DISTRIBUTION");
        Required.orSkipEverywhere("a distribution of an earlier version, whose unpacked folder the environment variable"
                + " EARLIER_DISTRIBUTION names", folder != null);
        earlier = Path.of(folder);
    }

    @AfterEach
    void stop() {
        for (KarafContainer each : List.of(source, replica)) {
            each.close();
        }
    }

    @Test
    void aReplicaOfThisVersionFollowsASourceOfTheEarlierOne() {
        source = CONTAINERS.prepare("earlier-source").distribution(earlier).build();
        replica = CONTAINERS.prepare("replica").build();
        assertFollows();
    }

    @Test
    void aReplicaOfTheEarlierVersionFollowsASourceOfThisOne() {
        source = CONTAINERS.prepare("source").build();
        replica = CONTAINERS.prepare("earlier-replica").distribution(earlier).build();
        assertFollows();
    }

    @Test
    void theEarlierVersionIsUpgradedToThisOneAndBack() {
        String repositories = NextVersion.repository() + "," + NextVersion.whatItNeeds();
        source = prepareUpgrade("upgraded-source", repositories);
        replica = prepareUpgrade("upgraded-replica", repositories);
        Containers.startAll(source, replica);
        install();
        LogFollower seen = replica.followLog();
        assertTalk(seen, 2);

        RollingUpgradeTest.upgrade(replica, replica.version(), NextVersion.VERSION);
        assertTalk(seen, 3);

        RollingUpgradeTest.upgrade(source, source.version(), NextVersion.VERSION);
        assertTalk(seen, 4);

        RollingUpgradeTest.upgrade(replica, NextVersion.VERSION, replica.version());
        assertTalk(seen, 5);
        assertNoErrors();
    }

    private static KarafContainer prepareUpgrade(String name, String repositories) {
        return CONTAINERS.prepare(name).distribution(earlier)
                .configure("org.ops4j.pax.url.mvn", "org.ops4j.pax.url.mvn.repositories", repositories).build();
    }

    private void assertFollows() {
        source.start();
        replica.start();
        install();
        RegistryTakeoverTest.assertHosts(source, "yes");
        LogFollower seen = replica.followLog();
        assertTalk(seen, 2);

        source.kill9();
        seen.expect("PROBE \\d+ gone", SOON);
        source.start();
        seen.expect("PROBE \\d+ came at \\d+ with latitude 1.0 of process " + source.pid(), SOON);
        RegistryTakeoverTest.assertHosts(replica, "yes");
        assertTalk(seen, 3);

        replica.kill9();
        replica.start();
        RegistryTakeoverTest.assertHosts(source, "yes");
        assertTalk(seen, 4);
        assertNoErrors();
    }

    private void install() {
        GpsBundles.installSource(source);
        GpsBundles.installProbe(replica);
        for (KarafContainer each : List.of(source, replica)) {
            each.install(TestBundle.of("adder", Adder.class));
        }
        source.install(TestBundle.of("adder-source", AdderCommands.class));
        replica.install(TestBundle.of("adder-client", AdderClient.class));
    }

    /** Values, signals, pushes and calls; then a plain service, with its result now, later and never. */
    private void assertTalk(LogFollower seen, int number) {
        replica.awaitOutput("probe:services", SOON, services -> services.contains("VALID latitude"));
        source.execute("source:move " + number);
        seen.expect("fix latitude " + number + ".0 of process " + source.pid(), SOON);
        source.execute("source:lose antenna" + number);
        seen.expect("lost antenna" + number, SOON);
        replica.execute("probe:push " + number);
        assertEquals("rate " + number, source.execute("source:rate").strip());
        assertEquals("satellites 7", replica.execute("probe:satellites").strip());

        source.execute("adder:register service.exported.interfaces=*");
        replica.awaitOutput("adder:call", SOON, printed -> printed.strip().equals("remoteobjects: 3 7 OverflowException object text"));
    }

    private void assertNoErrors() {
        for (KarafContainer each : List.of(source, replica)) {
            assertFalse(each.log().contains("| ERROR |"), each::log);
        }
    }
}

package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.CommandFailure;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console as people use it, over ssh: on the side of the Source and on that of the Replica. */
class ShellTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer source;
    private static KarafContainer replica;

    @BeforeAll
    static void start() {
        // The registry dies with the Source, so what it knew is kept for a while: another host would tell at once that the Source is gone.
        source = CONTAINERS.prepare("source").configure("registry.host", "true").build();
        replica = CONTAINERS.prepare("replica").patient().configure("registry.host", "false").build();
        Containers.startAll(source, replica);
        GpsBundles.installSource(source);
        GpsBundles.installProbe(replica);
    }

    @BeforeEach
    void bothAreUp() {
        Containers.startAll(source, replica);
        replica.awaitOutput("probe:services", SOON, services -> services.contains("VALID"));
        source.execute("source:move 4");
        replica.awaitOutput("ro:get gps fix", SOON, fix -> fix.contains("latitude: 4.0"));
    }

    @Test
    void sourcesAndReplicasAreListed() {
        assertShows(source, "ro:sources", "(?s).*gps\\W+Gps\\W+local:remoteobjects-\\S+\\W+[1-9].*");
        assertShows(replica, "ro:sources", "(?s).*Nothing is shared here.*");
        assertShows(replica, "ro:replicas", "(?s).*gps\\W+Gps\\W+Valid\\W+local:remoteobjects-.*");
        assertShows(source, "ro:replicas", "(?s).*Nothing is followed here.*");
    }

    @Test
    void registryShowsWhereObjectsAre() {
        assertShows(source, "ro:registry", "(?s).*Valid.*gps\\W+Gps\\W+local:remoteobjects-.*");
        assertShows(replica, "ro:registry", "(?s).*Valid.*gps\\W+Gps\\W+local:remoteobjects-.*");
    }

    @Test
    void propertiesAreReadOnBothSides() {
        for (KarafContainer each : new KarafContainer[] {source, replica}) {
            assertShows(each, "ro:get gps", "(?s).*fix = .*latitude: 4\\.0.*rate = \\d+.*");
            assertShows(each, "ro:get gps rate", "\\d+\\s*");
        }
    }

    @Test
    void aPushChangesTheSource() {
        replica.execute("ro:push gps rate 17");
        assertShows(source, "ro:get gps rate", "17\\s*");
        source.execute("ro:push gps rate 18");
        replica.awaitOutput("ro:get gps rate", SOON, rate -> rate.strip().equals("18"));
    }

    @Test
    void aSlotIsCalledOnBothSides() {
        assertShows(replica, "ro:call gps satellites true", "7\\s*");
        assertShows(source, "ro:call gps satellites true", "7\\s*");
    }

    @Test
    void watchShowsValuesAndWhatHappens() {
        assertShows(replica, "ro:watch --seconds 1 gps", "(?s).*fix.*latitude: 4\\.0.*");
        assertShows(source, "ro:watch --seconds 1 gps", "(?s).*fix.*latitude: 4\\.0.*");
    }

    @Test
    void repIsWhatTheSourceOffers() {
        assertShows(source, "ro:rep gps", "(?s).*class Gps.*PROP\\(Fix fix.*SIGNAL\\(fixLost\\(QString reason.*SLOT\\(int satellites\\(bool.*");
        assertShows(replica, "ro:rep gps", "(?s).*class Gps.*PROP\\(Fix fix.*SIGNAL\\(fixLost\\(QString.*SLOT\\(int satellites\\(bool.*");
    }

    @Test
    void explainFollowsAnObjectThroughAnOutage() {
        assertShows(source, "ro:explain gps", "(?s)gps is shared here, as a Gps.*");
        assertShows(replica, "ro:explain gps", "(?s).*It is a service here; gps-probe asks for it.*Valid.*");

        source.kill9();
        replica.awaitOutput("ro:explain gps", SOON, text -> text.contains("Its host is lost") && text.contains("Suspect"));
        assertFails(replica, "ro:call gps satellites true", "(?s).*was not reached.*");
        source.start();
        replica.awaitOutput("ro:explain gps", SOON, text -> text.contains("It is a service here"));
    }

    @Test
    void mistakesAreExplainedAndFail() {
        assertFails(replica, "ro:get compass", "(?s).*compass.*");
        assertFails(replica, "ro:get gps speed", "(?s).*speed.*rate.*");
        assertFails(replica, "ro:push gps rate fast", "(?s).*fast.*");
        assertFails(replica, "ro:call gps fly", "(?s).*fly.*satellites.*");
        assertFails(replica, "ro:call gps satellites", "(?s).*satellites.*");
        assertFails(replica, "ro:rep compass", "(?s).*compass.*");
        assertShows(replica, "ro:explain compass", "(?s).*Nobody here knows.*compass.*");
    }

    private static void assertShows(KarafContainer container, String command, String regex) {
        container.awaitOutput(command, SOON, shown -> shown.matches(regex));
    }

    private static void assertFails(KarafContainer container, String command, String regex) {
        String message = assertThrows(CommandFailure.class, () -> container.execute(command), command).getMessage();
        assertTrue(message.matches(regex), () -> command + " shows\n" + message);
    }
}

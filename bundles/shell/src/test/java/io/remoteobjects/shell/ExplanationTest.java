package io.remoteobjects.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.remoteobjects.Replica.State;
import io.remoteobjects.node.ObjectLocation;
import io.remoteobjects.node.RegistryStatus;
import io.remoteobjects.node.ReplicaStatus;
import io.remoteobjects.node.SourceStatus;
import io.remoteobjects.topology.ConfiguredExport;
import io.remoteobjects.topology.ExportStatus;
import io.remoteobjects.topology.ImportStatus;
import io.remoteobjects.topology.ImportStatus.Stage;
import io.remoteobjects.topology.InterestStatus;

/** What is said about an object in each situation. */
class ExplanationTest {

    private static final Instant NOW = Instant.parse("2024-01-01T12:00:00Z");
    private static final String URL = "local:there";

    private List<SourceStatus> sources = List.of();
    private List<ReplicaStatus> replicas = List.of();
    private List<RegistryStatus> registries = List.of(new RegistryStatus("local:registry", State.VALID, false));
    private Map<String, String> unreached = Map.of();
    private List<ObjectLocation> locations = List.of();
    private List<ExportStatus> exports = List.of();
    private List<ConfiguredExport> configuredExports = List.of();
    private List<ImportStatus> imports = List.of();
    private List<InterestStatus> interests = List.of();

    private String explain(String name) {
        return String.join("\n", Explanation.of(name,
                new Facts(NOW, List.of("local:here"), sources, replicas, registries, unreached, locations, exports, configuredExports,
                        imports, interests)));
    }

    private void assertSays(String explanation, String... parts) {
        for (String part : parts) {
            assertTrue(explanation.contains(part), () -> "Not said: " + part + "\n" + explanation);
        }
    }

    private void endpoint(Stage stage, String problem, String... interested) {
        imports = List.of(new ImportStatus("id-1", "framework", List.of("remoteobjects"), List.of("org.acme.Gps"), "gps", "Gps", URL,
                List.of(interested), stage, problem));
    }

    private void replica(State state, int secondsAgo) {
        replicas = List.of(new ReplicaStatus("gps", "Gps", URL, state, NOW.minusSeconds(secondsAgo), ""));
    }

    @Test
    void aSourceHereIsDescribed() {
        sources = List.of(new SourceStatus("gps", "Gps", "abc", List.of("local:here"), 3, "", List.of()));

        assertSays(explain("gps"), "gps is shared here, as a Gps, at local:here. Subscribers: 3.");
    }

    @Test
    void aNameThatIsTakenIsNamedWithWhoHasIt() {
        sources = List.of(new SourceStatus("gps", "Gps", "abc", List.of("local:here"), 0, "", List.of(URL)));

        assertSays(explain("gps"), "at local:there, was registered before", "-> Give one of the two another name");
    }

    @Test
    void aSourceWhoseRegistryIsNotReachedSaysSo() {
        sources = List.of(new SourceStatus("gps", "Gps", "abc", List.of("local:here"), 0, "", List.of()));
        registries = List.of(new RegistryStatus("tcp://r:1", State.DEFAULT, false));

        assertSays(explain("gps"), "The registry at tcp://r:1 is not reached (Default).");
    }

    @Test
    void aFailedExportSaysWhy() {
        exports = List.of(new ExportStatus(42, "org.acme.gps", List.of("org.acme.Gps"), "", "", "", "gps", "", "the name is in use"));

        assertSays(explain("gps"), "Service 42 of bundle org.acme.gps", "not exported: the name is in use");
        assertSays(explain("org.acme.Gps"), "not exported");
    }

    @Test
    void anExportByConfigurationNamesIt() {
        exports = List.of(new ExportStatus(42, "org.acme.gps", List.of("org.acme.Gps"), "io.remoteobjects.export~hall", "id", "remoteobjects",
                "gps", URL, ""));

        assertSays(explain("gps"), "Service 42 of bundle org.acme.gps [org.acme.Gps] is exported by configuration "
                + "io.remoteobjects.export~hall.");
    }

    @Test
    void aConfigurationThatExportsNothingSaysWhy() {
        configuredExports = List.of(new ConfiguredExport("pid~none", "gps", "(a=b)", List.of(), List.of(), ""),
                new ConfiguredExport("pid~late", "gps", "(objectClass=org.acme.Gps)", List.of(), List.of(42L), ""),
                new ConfiguredExport("pid~wrong", "gps", "(a", List.of(), List.of(), "filter=(a cannot be used"),
                new ConfiguredExport("pid~other", "lamp", "(objectClass=org.acme.Lamp)", List.of(), List.of(), ""));

        String explanation = explain("gps");

        assertSays(explanation, "Configuration pid~none exports nothing: no service here matches (a=b).",
                "Configuration pid~late is not used for service 42: another one, whose PID comes first, chooses it too.",
                "filter=(a cannot be used");
        assertTrue(!explanation.contains("pid~other"), explanation);
        assertSays(explain("org.acme.Gps"), "pid~late");
    }

    @Test
    void anEndpointNobodyWantsSaysWhatToStart() {
        endpoint(Stage.NOT_WANTED, "");

        assertSays(explain("gps"), "Endpoint id-1 offers [org.acme.Gps] at local:there.", "No bundle here asks for it",
                "-> Start a bundle that refers to org.acme.Gps.");
    }

    @Test
    void anEndpointIsFoundByInterfaceAndByIdToo() {
        endpoint(Stage.NOT_WANTED, "");

        assertEquals(explain("gps"), explain("org.acme.Gps"));
        assertEquals(explain("gps"), explain("Gps"));
        assertEquals(explain("gps"), explain("id-1"));
    }

    @Test
    void aHostThatWasNeverReachedIsNamedWithWhoWaits() {
        endpoint(Stage.WAITING, "connection refused", "org.acme.chart");

        assertSays(explain("gps"), "org.acme.chart asks for it, but its host was not reached yet: connection refused",
                "-> See that the host runs");
    }

    @Test
    void whyAHostOrARegistryIsNotReachedIsSaid() {
        endpoint(Stage.WAITING, "", "org.acme.chart");
        replica(State.DEFAULT, 5);
        unreached = Map.of(URL, "it speaks \"QtRO 3.0\"", "local:registry", "Connection refused");
        assertSays(explain("gps"), "There is no connection to local:there: it speaks \"QtRO 3.0\".");

        registries = List.of(new RegistryStatus("local:registry", State.SUSPECT, false));
        assertSays(explain("lamp"), "There is no connection to local:registry: Connection refused.");
    }

    @Test
    void aSuspectReplicaSaysSinceWhen() {
        endpoint(Stage.SUSPECT, "", "org.acme.chart");
        replica(State.SUSPECT, 150);

        assertSays(explain("gps"), "Its host is lost, and the service with it; org.acme.chart asks for it.",
                "Its replica is Suspect since ", "(2 min)");
    }

    @Test
    void aMismatchNamesTheMembers() {
        endpoint(Stage.MISMATCH, "fix is a QString there", "org.acme.chart");

        assertSays(explain("gps"), "another one than the Source's: fix is a QString there", "-> Install the same version");
    }

    @Test
    void aServiceThatIsThereSaysForWhom() {
        endpoint(Stage.IMPORTED, "", "org.acme.chart");
        replica(State.VALID, 5);

        assertSays(explain("gps"), "It is a service here; org.acme.chart asks for it.", "Its replica is Valid since ", "(5 s)");
    }

    @Test
    void aServiceThatOneOfTwoVersionsGetsSaysWhoGetsNone() {
        endpoint(Stage.IMPORTED, "with that of org.acme.old, property fix is missing", "org.acme.chart", "org.acme.old");

        assertSays(explain("gps"), "It is a service here; org.acme.chart, org.acme.old asks for it.",
                "Not all who ask get it: with that of org.acme.old, property fix is missing.", "-> Install the same version");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStageIsExplained(Stage stage) {
        endpoint(stage, "", "org.acme.chart");

        assertTrue(explain("gps").lines().count() > 1);
    }

    @Test
    void anObjectWithoutEndpointAsksForAnInterface() {
        locations = List.of(new ObjectLocation("gps", "Gps", "tcp://far:1", "local:registry"));

        assertSays(explain("gps"),
                "The registry at local:registry says that gps, a Gps, is at tcp://far:1, but there is no endpoint for it.",
                "install a bundle with an interface marked as @RemoteObject of the type Gps");
    }

    @Test
    void whatNobodyKnowsSaysWhoWaitsForItAndWhatIsKnown() {
        interests = List.of(new InterestStatus("org.acme.chart", "org.acme.Gps", ""),
                new InterestStatus("org.acme.other", "org.acme.Other", ""));
        locations = List.of(new ObjectLocation("lamp", "Lamp", URL, "local:registry"),
                new ObjectLocation("remoteobjects:x", "EndpointDirectory", URL, "local:registry"));

        String explanation = explain("gps");

        assertSays(explanation, "Nobody here knows an object, interface or endpoint named gps", "org.acme.chart waits for org.acme.Gps.",
                "-> See that its host runs, and that it uses the registry at local:registry too.", "Known are: lamp.");
        assertTrue(!explanation.contains("org.acme.other"), explanation);
    }

    @Test
    void aLostObjectThatIsNoLongerAnnouncedSaysWhoWaits() {
        replica(State.SUSPECT, 10);
        interests = List.of(new InterestStatus("org.acme.chart", "org.acme.Gps", ""));

        assertSays(explain("gps"), "There is a replica of gps from local:there, but no endpoint for it now.", "is Suspect since",
                "org.acme.chart waits for org.acme.Gps.", "-> See that its host runs. The service returns by itself.");
    }

    @Test
    void withoutARegistryOneIsAskedFor() {
        registries = List.of();

        assertSays(explain("gps"), "No registry is used here.", "-> Name one");
    }
}

package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.remoteobjects.discovery.ContractClaims.Claim;
import io.remoteobjects.discovery.Directories.Contents;
import io.remoteobjects.node.ObjectLocation;

/** Which endpoints follow from what other hosts offer. */
class HostsTest {

    private static final String HERE = "local:here";
    private static final String THERE = "local:there";
    private static final String FAR = "tcp://far:1";
    private static final String REGISTRY = "local:registry";

    private final ManualSchedule schedule = new ManualSchedule();
    private final Map<String, Directories.Reader> readers = new LinkedHashMap<>();
    private final ContractClaims claims = new ContractClaims();
    private final List<Map<String, KnownEndpoint>> told = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Hosts hosts = new Hosts("own", Set.of(HERE), claims, (name, url, reader) -> {
        if (unreadable.contains(url)) {
            throw new IllegalStateException("The node is closed");
        }
        readers.put(name + "@" + url, reader);
        return () -> readers.remove(name + "@" + url);
    }, schedule, told::add);

    @BeforeEach
    void claim() {
        claims.put(1, List.of(new Claim("org.acme.Gps", "Gps")));
    }

    private void added(String name, String type, String url) {
        hosts.added(new ObjectLocation(name, type, url, REGISTRY));
        schedule.runDue();
    }

    private void removed(String name, String type, String url) {
        hosts.removed(new ObjectLocation(name, type, url, REGISTRY));
        schedule.runDue();
    }

    private void directory(String id, String url) {
        added("remoteobjects:" + id, "EndpointDirectory", url);
    }

    private void directoryGone(String id, String url) {
        removed("remoteobjects:" + id, "EndpointDirectory", url);
    }

    private void reads(String id, String url, boolean complete, String... endpointIds) {
        Map<String, String> endpoints = new TreeMap<>();
        for (String each : endpointIds) {
            endpoints.put(each, xml(each, id, "remoteobjects", Map.of("remoteobjects.url", url)));
        }
        reads(id, url, new Contents(complete, endpoints));
    }

    private void reads(String id, String url, Contents contents) {
        readers.get("remoteobjects:" + id + "@" + url).read(contents);
        schedule.runDue();
    }

    private void lost(String id, String url) {
        readers.get("remoteobjects:" + id + "@" + url).lost();
        schedule.runDue();
    }

    private static String xml(String id, String framework, String configType, Map<String, Object> properties) {
        return EndpointXmlWriter.write(List.of(Endpoints.endpoint(id, framework, configType, properties)));
    }

    private Map<String, KnownEndpoint> now() {
        return told.get(told.size() - 1);
    }

    private void assertKnown(String... ids) {
        assertEquals(Set.of(ids), now().keySet());
    }

    private void settle() {
        schedule.pass(Hosts.SETTLE_MILLIS);
    }

    @Test
    void aHostsDirectoryIsReadAndItsEndpointsTold() {
        directory("a", THERE);
        added("gps", "Gps", THERE);
        reads("a", THERE, true, "e1", "e2");
        assertKnown("e1", "e2");

        reads("a", THERE, true, "e2");
        assertKnown("e2");
    }

    @Test
    void aDirectoryThatCannotBeOpenedKeepsNoOtherFromBeingReadAndIsClosedLikeAny() {
        unreadable.add(FAR);
        directory("a", FAR);
        directory("b", THERE);
        reads("b", THERE, true, "e1");
        assertKnown("e1");

        hosts.close();

        assertEquals(Map.of(), readers);
    }

    @Test
    void whatADirectoryDescribesIsNotDescribedByTypeAsWell() {
        added("gps", "Gps", THERE);
        directory("a", THERE);
        settle();
        reads("a", THERE, true, "e1");
        settle();

        assertKnown("e1");
        assertTrue(told.stream().allMatch(each -> Set.of("e1").containsAll(each.keySet())), told::toString);
    }

    @Test
    void anObjectOfAHostWithoutDirectoryIsDescribedByItsTypeOnceTheHostIsSettled() {
        added("gps", "Gps", FAR);
        assertKnown();
        settle();

        Map<String, Object> properties = now().get("remoteobjects:tcp://far:1/gps/org.acme.Gps").description().getProperties();
        assertEquals("gps", properties.get("remoteobjects.name"));
        assertEquals("Gps", properties.get("remoteobjects.type"));
        assertEquals(FAR, properties.get("remoteobjects.url"));
        assertEquals("true", properties.get("service.imported"));
    }

    @Test
    void anObjectWhoseTypeNobodyClaimsIsNoEndpointUntilSomebodyDoes() {
        added("lamp", "Lamp", FAR);
        settle();
        assertKnown();

        claims.put(2, List.of(new Claim("org.acme.Lamp", "Lamp"), new Claim("org.acme.Light", "Lamp")));
        hosts.changed();
        schedule.runDue();
        assertKnown("remoteobjects:tcp://far:1/lamp/org.acme.Lamp", "remoteobjects:tcp://far:1/lamp/org.acme.Light");

        claims.remove(2);
        hosts.changed();
        schedule.runDue();
        assertKnown();
    }

    @Test
    void aHostWithAnUnusedDirectoryIsDescribedByTypes() {
        directory("plain", THERE);
        added("gps", "Gps", THERE);
        settle();
        assertKnown();

        reads("plain", THERE, false);
        settle();

        assertKnown("remoteobjects:local:there/gps/org.acme.Gps");
    }

    @Test
    void aDirectoryThatComesIntoUseReplacesDescriptionsByType() {
        directory("a", THERE);
        added("gps", "Gps", THERE);
        reads("a", THERE, false);
        settle();
        assertKnown("remoteobjects:local:there/gps/org.acme.Gps");

        reads("a", THERE, true, "e1");

        assertKnown("e1");
    }

    @Test
    void aRestartedHostsEndpointsAreExchangedInOneGo() {
        directory("a1", THERE);
        added("gps", "Gps", THERE);
        reads("a1", THERE, true, "old");
        int before = told.size();

        directory("a2", THERE);
        assertKnown("old");
        reads("a2", THERE, true, "new");
        assertKnown("new");
        directoryGone("a1", THERE);
        assertKnown("new");

        assertTrue(told.subList(before, told.size()).stream().allMatch(each -> each.size() == 1), told::toString);
    }

    @Test
    void aLostHostsEndpointsStay() {
        directory("a", THERE);
        reads("a", THERE, true, "e");
        lost("a", THERE);

        assertKnown("e");
    }

    @Test
    void aLostHostsEndpointsGoAsSoonAsItIsSeenToBeRestarted() {
        directory("a1", THERE);
        reads("a1", THERE, true, "old");
        lost("a1", THERE);

        directory("a2", THERE);
        assertKnown();
        reads("a2", THERE, true, "new");
        assertKnown("new");
    }

    @Test
    void anOutdatedEntryOfARegistryTakesNothingAwayFromALivingHost() {
        directory("a2", THERE);
        reads("a2", THERE, true, "new");
        directory("a1", THERE);
        assertKnown("new");

        lost("a2", THERE);
        assertKnown("new");
    }

    @Test
    void whichOfTwoDirectoriesAtAHostIsTheLivingOneShowsByReading() {
        directory("a2", THERE);
        directory("a1", THERE);
        reads("a2", THERE, true, "new");

        assertKnown("new");
    }

    @Test
    void aHostThatIsGoneFromTheRegistryIsGoneWithoutATrace() {
        directory("a", THERE);
        added("gps", "Gps", THERE);
        reads("a", THERE, true, "e1");
        int before = told.size();

        directoryGone("a", THERE);
        removed("gps", "Gps", THERE);
        settle();

        assertKnown();
        assertTrue(told.subList(before, told.size()).stream().allMatch(Map::isEmpty), told::toString);
        assertTrue(readers.isEmpty(), readers::toString);
    }

    @Test
    void aHostKnownThroughSeveralRegistriesIsOneHost() {
        added("gps", "Gps", FAR);
        hosts.added(new ObjectLocation("gps", "Gps", FAR, "tcp://other:2"));
        settle();
        assertEquals(1, now().size());

        removed("gps", "Gps", FAR);
        assertEquals(1, now().size());

        hosts.removed(new ObjectLocation("gps", "Gps", FAR, "tcp://other:2"));
        schedule.runDue();
        assertKnown();
    }

    @Test
    void aHostKnownByTwoAddressesIsReadByTheLocalOne() {
        directory("a", FAR);
        directory("a", THERE);
        added("gps", "Gps", FAR);
        settle();

        assertEquals(Set.of("remoteobjects:a@local:there"), readers.keySet());
        reads("a", THERE, true, "e1");
        assertKnown("e1");

        directoryGone("a", THERE);
        assertEquals(Set.of("remoteobjects:a@tcp://far:1"), readers.keySet());
    }

    @Test
    void ownObjectsAreNotToldAsThoseOfOthers() {
        added("gps", "Gps", HERE);
        directory("own", "tcp://gateway:9");
        added("gps", "Gps", "tcp://gateway:9");
        directory("b", THERE);
        Contents echo = new Contents(true, Map.of("e", xml("e", "own", "remoteobjects", Map.of())));
        reads("b", THERE, echo);
        settle();

        assertKnown();
    }

    @Test
    void endpointsOfOtherConfigurationTypesArePassedOnAsTheyAre() {
        directory("a", FAR);
        reads("a", FAR, new Contents(true, Map.of("made:up", xml("made:up", "f", "unknown", Map.of("x", "y")))));

        assertEquals("f", now().get("made:up").description().getFrameworkUUID());
        assertEquals("y", now().get("made:up").description().getProperties().get("x"));
        assertNull(now().get("made:up").description().getProperties().get("remoteobjects.url"));
    }

    @Test
    void aHostsObjectsAreWhereTheHostWasReached() {
        directory("a", FAR);
        reads("a", FAR, new Contents(true, Map.of("e", xml("e", "a", "remoteobjects", Map.of("remoteobjects.url", THERE)))));

        assertEquals(FAR, now().get("e").description().getProperties().get("remoteobjects.url"));
    }

    @Test
    void localSocketsOfOtherMachinesAreNotTold() {
        directory("a", FAR);
        reads("a", FAR, new Contents(true, Map.of("e", xml("e", "b", "remoteobjects", Map.of("remoteobjects.url", THERE)))));

        assertKnown();
    }

    @Test
    void aDescriptionThatMakesNoSenseDoesNotSpoilTheOthers() {
        directory("a", THERE);
        reads("a", THERE, new Contents(true, Map.of("bad", "<!DOCTYPE x>", "good", xml("good", "a", "remoteobjects", Map.of()))));

        assertKnown("good");
    }

    @Test
    void anIdIsNotTakenOverByAnotherHost() {
        directory("a", "local:a");
        directory("b", "local:b");
        reads("a", "local:a", new Contents(true, Map.of("e", xml("e", "a", "unknown", Map.of("of", "a")))));
        reads("b", "local:b", new Contents(true, Map.of("e", xml("e", "b", "unknown", Map.of("of", "b")))));

        assertEquals("a", now().get("e").description().getProperties().get("of"));
    }

    @Test
    void aChangedDescriptionIsAnotherVersion() {
        directory("a", THERE);
        reads("a", THERE, new Contents(true, Map.of("e", xml("e", "a", "unknown", Map.of("v", 1)))));
        String before = now().get("e").version();
        reads("a", THERE, new Contents(true, Map.of("e", xml("e", "a", "unknown", Map.of("v", 2)))));

        assertTrue(!before.equals(now().get("e").version()));
    }

    @Test
    void severalChangesAreWorkedOutInOneGo() {
        hosts.added(new ObjectLocation("one", "Gps", FAR, REGISTRY));
        hosts.added(new ObjectLocation("two", "Gps", FAR, REGISTRY));
        schedule.runDue();

        assertEquals(1, told.size());
    }

    @Test
    void nothingIsReadAfterTheEnd() {
        directory("a", THERE);
        hosts.close();

        assertTrue(readers.isEmpty());
    }
}

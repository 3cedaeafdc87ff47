package io.remoteobjects.topology.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePropertiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"service.exported.interfaces", "service.exported.configs", "service.exported.intents", "remote.source",
            "remoteobjects.name", "osgi.basic.timeout"})
    void whatDecidesTheExportMeansExportingAnew(String key) {
        assertTrue(ServiceProperties.isAnotherExport(Map.of(), Map.of(key, "x")));
        assertTrue(ServiceProperties.isAnotherExport(Map.of(key, "x"), Map.of()));
        assertTrue(ServiceProperties.isAnotherExport(Map.of(key, new String[] {"x"}), Map.of(key, new String[] {"y"})));
        assertFalse(ServiceProperties.isAnotherExport(Map.of(key, new String[] {"x"}), Map.of(key, new String[] {"x"})));
    }

    @Test
    void otherPropertiesDoNot() {
        assertFalse(ServiceProperties.isAnotherExport(Map.of("place", "roof"), Map.of("place", "cellar", "floor", 1)));
    }

    @Test
    void newValuesReachTheEndpoint() {
        assertEquals(Map.of("place", "cellar", "floor", 1),
                ServiceProperties.carryOver(Map.of("place", "roof"), Map.of("place", "roof"), Map.of("place", "cellar", "floor", 1)));
    }

    @Test
    void removedValuesLeaveTheEndpoint() {
        assertEquals(Map.of(), ServiceProperties.carryOver(Map.of("place", "roof"), Map.of("place", "roof"), Map.of()));
    }

    @Test
    void whatTheProviderAddedOrReplacedStays() {
        Map<String, Object> endpoint = Map.of("remoteobjects.url", "local:x", "service.intents", "osgi.basic");

        assertEquals(endpoint, ServiceProperties.carryOver(endpoint, Map.of("service.intents", "mine"),
                Map.of("service.intents", "other")));
    }

    @Test
    void whatTheProviderLeftOutStaysOut() {
        assertEquals(Map.of(), ServiceProperties.carryOver(Map.of(), Map.of("live", 1), Map.of("live", 2)));
    }

    @Test
    void liveValuesNeverLeave() {
        Object live = new Object();

        assertEquals(Map.of("place", "roof"), ServiceProperties.carryOver(Map.of("place", "roof"), Map.of("place", "roof"),
                Map.of("place", "roof", "live", live, "some", new Object[] {live}, "several", List.of(live), "state", Thread.State.NEW)));
        assertEquals(Map.of(), ServiceProperties.carryOver(Map.of("place", "roof"), Map.of("place", "roof"), Map.of("place", live)));
        assertEquals(Set.of("floors", "since"), ServiceProperties.carryOver(Map.of(), Map.of(),
                Map.of("floors", new int[] {1}, "since", List.of(1L))).keySet());
    }

    @Test
    void whatDidNotChangeStaysAsTheProviderHasIt() {
        Map<String, Object> endpoint = Map.of("remote.source", "clock", "service.pid", "x", "added", 1);
        Map<String, Object> service = Map.of("remote.source", "clock", "service.pid", "x", "left.out", 1);

        assertEquals(endpoint, ServiceProperties.carryOver(endpoint, service, service));
    }

    @ParameterizedTest
    @ValueSource(strings = {".private", "service.id", "service.exported.extra", "component.id", "felix.fileinstall.filename",
            "service.pid"})
    void whatTheContainerKeepsForItselfNeverLeaves(String key) {
        assertEquals(Map.of(), ServiceProperties.carryOver(Map.of(), Map.of(), Map.of(key, "x")));
    }

    @Test
    void keysAreComparedWithoutCase() {
        Map<String, Object> before = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, Object> now = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        before.put("PLACE", "roof");
        now.put("Place", "cellar");

        assertEquals(Map.of("place", "cellar"), ServiceProperties.carryOver(Map.of("place", "roof"), before, now));
    }
}

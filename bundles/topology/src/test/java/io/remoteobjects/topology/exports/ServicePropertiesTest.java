package io.remoteobjects.topology.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

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

    @ParameterizedTest
    @ValueSource(strings = {".private", "service.id", "service.exported.extra", "component.id", "felix.fileinstall.filename",
            "service.pid"})
    void whatTheContainerKeepsForItselfNeverLeaves(String key) {
        assertEquals(Map.of(), ServiceProperties.carryOver(Map.of(), Map.of(), Map.of(key, "x")));
    }

    @Test
    void keysAreComparedWithoutCase() {
        assertEquals(Map.of("Place", "cellar"),
                ServiceProperties.carryOver(Map.of("place", "roof"), Map.of("PLACE", "roof"), Map.of("Place", "cellar")));
    }
}

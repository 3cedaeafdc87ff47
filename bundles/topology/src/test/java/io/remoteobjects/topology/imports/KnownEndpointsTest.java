package io.remoteobjects.topology.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

class KnownEndpointsTest {

    private final KnownEndpoints known = new KnownEndpoints();
    private final EndpointDescription one = Fakes.endpoint("e", "x", Map.of("told", "one"), "a.B");
    private final EndpointDescription other = Fakes.endpoint("e", "x", Map.of("told", "other"), "a.B");

    @Test
    void endpointStaysUntilTheLastDiscoveryTakesItBack() {
        known.put(1L, one);
        assertSame(one, known.put(2L, other));

        assertSame(other, known.remove(1L, "e"));
        assertNull(known.remove(2L, "e"));
        assertNull(known.remove(2L, "e"));
    }

    @Test
    void discoveryMayChangeItsMind() {
        known.put(1L, one);

        assertSame(other, known.put(1L, other));
        assertNull(known.remove(1L, "e"));
    }

    @Test
    void whatADiscoveryToldIsKnownWhenItGoes() {
        known.put(1L, one);
        known.put(2L, Fakes.endpoint("f", "x", Map.of(), "a.B"));

        assertEquals(List.of("e"), known.toldBy(1L));
        assertEquals(List.of(), known.toldBy(3L));
    }
}

package io.remoteobjects.rsa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteConstants;

import io.remoteobjects.node.Remoting;

class EndpointPropertiesTest {

    @Test
    void whatOthersNeedIsAdded() {
        Map<String, Object> properties = of(Map.of());

        assertEquals("gps", properties.get("remoteobjects.name"));
        assertEquals("Gps", properties.get("remoteobjects.type"));
        assertEquals("local:here", properties.get("remoteobjects.url"));
        assertEquals("0123", properties.get("remoteobjects.signature"));
        assertEquals("remoteobjects:f/1", properties.get(RemoteConstants.ENDPOINT_ID));
        assertArrayEquals(new String[] {"remoteobjects"}, (String[]) properties.get(RemoteConstants.SERVICE_IMPORTED_CONFIGS));
        assertArrayEquals(new String[] {"osgi.basic", "osgi.async"}, (String[]) properties.get(RemoteConstants.SERVICE_INTENTS));
        assertEquals(List.of("com.acme.Gps"), new EndpointDescription(properties).getInterfaces());
    }

    @Test
    void valuesEveryJavaKnowsTravel() {
        Map<String, Object> service = Map.of("text", "a", "list", List.of("a", "b"), "set", Set.of(1), "float", 1.5f, "double", 2.5,
                "character", 'c', "flag", true, "texts", new String[] {"a"}, "longs", new Long[] {1L}, "osgi.basic.timeout", "3000");

        assertTrue(of(service).entrySet().containsAll(service.entrySet()));
    }

    @Test
    void whatTheContainerKeepsWithAServiceStaysAtHome() {
        Map<String, Object> service = new HashMap<>(Map.of(".private", "p", "service.exported.interfaces", "*", "component.id", 3L,
                "felix.fileinstall.filename", "file:/etc/x.cfg", "service.pid", "x", "service.scope", "bundle", "remote.source", "gps",
                "osgi.ds.satisfying.condition.target", "(x=y)"));

        Set<String> keys = of(service).keySet();

        service.keySet().forEach(key -> assertFalse(keys.contains(key), key));
    }

    @Test
    void valuesOthersMayNotKnowStayAtHome() {
        assertFalse(of(Map.of("live", new Object())).containsKey("live"));
        assertFalse(of(Map.of("version", new Version(1, 2, 3))).containsKey("version"));
        assertFalse(of(Map.of("versions", List.of(new Version(1, 2, 3)))).containsKey("versions"));
    }

    @Test
    void intentsOfTheServiceItselfAreTold() {
        Map<String, Object> properties = of(Map.of(RemoteConstants.SERVICE_INTENTS, "acme.fast"));

        assertEquals(List.of("osgi.basic", "osgi.async", "acme.fast"),
                List.of((String[]) properties.get(RemoteConstants.SERVICE_INTENTS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"remoteobjects.name", "remoteobjects.url", "remoteobjects.type", "remoteobjects.signature", "remote.source",
            "remoteobjects.other"})
    void nonsenseInOurPropertiesIsRefused(String key) {
        Map<String, Object> service = Map.of(key, new Object());

        String message = assertThrows(IllegalArgumentException.class, () -> EndpointProperties.check(service)).getMessage();

        assertTrue(message.contains(key) && message.contains("java.lang.Object") && message.contains("Set it"), message);
    }

    private static Map<String, Object> of(Map<String, Object> service) {
        Map<String, Object> all = new HashMap<>(service);
        all.put("objectClass", new String[] {"com.acme.Gps"});
        return EndpointProperties.of(all, new Shared(), "remoteobjects:f/1");
    }

    private static final class Shared implements Remoting {

        @Override
        public String name() {
            return "gps";
        }

        @Override
        public String typeName() {
            return "Gps";
        }

        @Override
        public String signature() {
            return "0123";
        }

        @Override
        public List<String> urls() {
            return List.of("local:here", "tcp://127.0.0.1:1");
        }

        @Override
        public void close() {
            // It is not really shared.
        }
    }
}

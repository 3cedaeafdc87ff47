package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

/** Endpoints that somebody wrote into a file. */
class ConfiguredEndpointTest {

    private static final Map<String, Object> HALL = Map.of("objectClass", "org.acme.Gps, org.acme.Clock", "remoteobjects.name", "hall",
            "remoteobjects.url", "tcp://10.0.0.7:65211");

    /** As Declarative Services does it: the defaults are among the properties. */
    private static EndpointDescription describe(Map<String, Object> written) {
        Map<String, Object> properties = new HashMap<>(Map.of("service.pid", "io.remoteobjects.endpoint~hall", "component.id", 7L,
                "remoteobjects.type", "", "felix.fileinstall.filename", "hall.cfg"));
        properties.putAll(written);
        Class<?>[] type = {ConfiguredEndpointConfiguration.class};
        return ConfiguredEndpoint.describe((ConfiguredEndpointConfiguration) Proxy.newProxyInstance(type[0].getClassLoader(), type,
                (proxy, method, arguments) -> {
                    Object value = written.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue());
                    return method.getReturnType().isArray() && value instanceof String one ? new String[] {one} : value;
                }), properties);
    }

    private static Map<String, Object> hallAnd(String key, Object value) {
        Map<String, Object> written = new HashMap<>(HALL);
        written.put(key, value);
        return written;
    }

    @Test
    void anObjectIsDescribedByInterfaceNameAndAddress() {
        EndpointDescription endpoint = describe(hallAnd("floor", "2"));

        assertEquals(List.of("org.acme.Gps", "org.acme.Clock"), endpoint.getInterfaces());
        assertEquals(List.of("remoteobjects"), endpoint.getConfigurationTypes());
        assertEquals("Gps", endpoint.getProperties().get("remoteobjects.type"));
        assertEquals("2", endpoint.getProperties().get("floor"));
        assertTrue(endpoint.getProperties().keySet().stream().noneMatch(key -> key.startsWith("component.") || key.startsWith("felix.")
                || key.equals("service.pid")), endpoint::toString);
    }

    @Test
    void itIsTheEndpointThatARegistryWouldHaveLedTo() {
        assertEquals(PlainEndpoints.describe("hall", "Gps", "tcp://10.0.0.7:65211", "org.acme.Gps").description(),
                describe(hallAnd("objectClass", "org.acme.Gps")));
    }

    @Test
    void whatIsWrittenGoesBeforeWhatIsAssumed() {
        EndpointDescription endpoint = describe(hallAnd("remoteobjects.type", "Position"));
        assertEquals("Position", endpoint.getProperties().get("remoteobjects.type"));
        assertEquals("mine", describe(hallAnd("endpoint.id", "mine")).getId());
        assertEquals(List.of("osgi.basic", "osgi.async"), describe(hallAnd("service.intents", "osgi.basic,osgi.async")).getIntents());
        assertArrayEquals(new String[] {"a"}, (String[]) describe(hallAnd("tags", new String[] {"a"})).getProperties().get("tags"));
    }

    @Test
    void itsRankingIsTheNumberThatTheServiceRegistryCompares() {
        assertEquals(-5, describe(hallAnd("service.ranking", "-5 ")).getProperties().get("service.ranking"));
        assertEquals(7, describe(hallAnd("service.ranking", 7)).getProperties().get("service.ranking"));

        String message = assertThrows(IllegalArgumentException.class, () -> describe(hallAnd("service.ranking", "first"))).getMessage();
        assertTrue(message.contains("service.ranking") && message.contains("hall.cfg"), message);
    }

    @Test
    void endpointsOfOtherProvidersNeedAnIdAndAnInterface() {
        Map<String, Object> other = new HashMap<>(Map.of("objectClass", "org.acme.Gps", "service.imported.configs", "aries.tcp",
                "aries.tcp.port", "8201", "endpoint.id", "tcp://hall:8201/gps"));

        EndpointDescription endpoint = describe(other);
        assertEquals("8201", endpoint.getProperties().get("aries.tcp.port"));
        assertFalse(endpoint.getProperties().containsKey("remoteobjects.type"));

        other.remove("endpoint.id");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> describe(other)).getMessage().contains("endpoint.id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"objectClass", "remoteobjects.name", "remoteobjects.url"})
    void whatIsMissingIsNamedAndSoIsTheFile(String key) {
        String message = assertThrows(IllegalArgumentException.class, () -> describe(hallAnd(key, ""))).getMessage();

        assertTrue(message.contains(key) && message.contains("hall.cfg"), message);
    }
}

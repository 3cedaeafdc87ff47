package io.remoteobjects.topology.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.remoteobjects.topology.imports.LossPolicy;

class TopologySettingsTest {

    @Test
    void nothingConfiguredPermitsAllAndPrefersLocalServices() {
        TopologySettings settings = settings(Map.of());

        assertEquals(List.of(), settings.problems());
        assertEquals(new LossPolicy(0, false, 600_000), settings.lossPolicy());
        assertEquals(-1, settings.ranking());
        assertEquals("", settings.exports().refusal(new Hashtable<>()));
        assertEquals("", settings.imports().refusal(new Hashtable<>()));
    }

    @Test
    void whatIsConfiguredIsUsed() {
        TopologySettings settings = settings(Map.of("onLoss", "keep", "suspect.grace", 5L, "replica.linger", 7L, "import.ranking", 3,
                "export.filter", "(a=b)", "import.filter", "(c=d)"));

        assertEquals(new LossPolicy(5, true, 7), settings.lossPolicy());
        assertEquals(3, settings.ranking());
        assertTrue(settings.exports().refusal(new Hashtable<>()).contains("export.filter=(a=b)"));
        assertTrue(settings.imports().refusal(new Hashtable<>()).contains("import.filter=(c=d)"));
    }

    @ParameterizedTest
    @CsvSource({"suspect.grace, -1, 0", "replica.linger, -5, 600000"})
    void wrongNumbersAreToldAndTheDefaultIsUsed(String key, long value, long byDefault) {
        assertTold(settings(Map.of(key, value)), key + "=" + value, String.valueOf(byDefault));
    }

    @Test
    void wrongWordsAndTextInPlaceOfNumbersAreToldAndTheDefaultIsUsed() {
        assertTold(settings(Map.of("onLoss", "panic")), "onLoss=panic", "unregister");
        TopologySettings settings = settings(Map.of("import.ranking", new NumberFormatException("For input string: \"high\"")));
        assertTold(settings, "import.ranking=(For input string: \"high\")", "-1");
        assertEquals(-1, settings.ranking());
    }

    @Test
    void malformedFilterIsToldAndPermitsNothing() {
        TopologySettings settings = settings(Map.of("export.filter", "a=b"));

        assertTrue(settings.problems().get(0).contains("export.filter=a=b cannot be used"), settings.problems().get(0));
        assertTrue(!settings.exports().refusal(new Hashtable<>(Map.of("a", "b"))).isEmpty());
    }

    private static void assertTold(TopologySettings settings, String what, String byDefault) {
        assertEquals(1, settings.problems().size());
        String problem = settings.problems().get(0);
        assertTrue(problem.contains(what) && problem.contains("Write ") && problem.endsWith("Meanwhile it is " + byDefault + "."), problem);
    }

    /** A configuration with some values, as Declarative Services hands it over; what is an exception is thrown when it is read. */
    private static TopologySettings settings(Map<String, Object> values) {
        return new TopologySettings((TopologyConfiguration) Proxy.newProxyInstance(TopologyConfiguration.class.getClassLoader(),
                new Class<?>[] {TopologyConfiguration.class}, (proxy, method, arguments) -> {
                    Object value = values.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue());
                    if (value instanceof RuntimeException refusal) {
                        throw refusal;
                    }
                    return value;
                }));
    }
}

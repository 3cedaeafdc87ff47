package io.remoteobjects.rsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.remoteobjects.node.Node;

class NodeSettingsTest {

    private static final Defaults DEFAULTS = new Defaults("local:rsa-test-" + UUID.randomUUID(),
            "local:rsa-test-registry-" + UUID.randomUUID());

    @Test
    void nothingConfiguredMeansOneLocalSocketAndTheSharedRegistry() throws IOException {
        NodeSettings settings = settings(Map.of());

        try (Node node = settings.builder().start()) {
            assertEquals(List.of(DEFAULTS.socket()), node.addresses());
            assertEquals(List.of(DEFAULTS.registry()), node.registries().stream().map(each -> each.url()).toList());
            assertEquals("node-1", node.id());
            assertEquals(List.of(), node.problems());
        }
    }

    @Test
    void listsAreSeparatedByCommasOrGivenAsArrays() throws IOException {
        String one = "local:rsa-test-" + UUID.randomUUID();
        String other = "local:rsa-test-" + UUID.randomUUID();
        NodeSettings settings = settings(Map.of("listen", new String[] {one + " , " + other, "tcp://127.0.0.1:0"},
                "registry", new String[] {"none"}));

        try (Node node = settings.builder().start()) {
            assertEquals(List.of(one, other), node.addresses().subList(0, 2));
            assertEquals(3, node.addresses().size());
            assertEquals(List.of(), node.registries());
        }
    }

    @Test
    void addressesThatMakeNoSenseAreLeftOutAndTold() throws IOException {
        String good = "local:rsa-test-" + UUID.randomUUID();
        NodeSettings settings = settings(Map.of("listen", new String[] {"carrier-pigeon:coop," + good}, "registry", new String[] {"none"},
                "connect", new String[] {"tcp://nowhere"}));

        try (Node node = settings.builder().start()) {
            assertEquals(List.of(good), node.addresses());
            assertEquals(2, node.problems().size());
            assertTrue(node.problems().get(0).contains("listen=carrier-pigeon:coop"), node.problems().get(0));
            assertTrue(node.problems().get(0).contains("Known are"), node.problems().get(0));
            assertTrue(node.problems().get(1).contains("connect=tcp://nowhere"), node.problems().get(1));
        }
    }

    @Test
    void addressesThatCannotBeListenedOnDoNotTakeTheOthersDown() throws IOException {
        String good = "local:rsa-test-" + UUID.randomUUID();
        NodeSettings settings = settings(Map.of("listen", new String[] {"tcp://0.0.0.0:0", good}, "registry", new String[] {"none"}));

        try (Node node = settings.builder().start()) {
            assertEquals(List.of(good), node.addresses());
            assertEquals(1, node.problems().size());
            assertTrue(node.problems().get(0).contains("insecure=true"), node.problems().get(0));
        }
    }

    @ParameterizedTest
    @CsvSource({"heartbeat.ms, -1", "reconnect.min.ms, 0", "reconnect.max.ms, 1", "connect.timeout.ms, 0", "call.timeout.ms, 0",
            "limits.conflate.bytes, -1", "limits.backlog.bytes, 1"})
    void timesAndSizesOutOfRangeAreToldAndTheNodeRunsWithTheDefault(String key, long value) throws IOException {
        assertTold(key, value);
    }

    @ParameterizedTest
    @CsvSource({"limits.frame.bytes, 21", "limits.elements, 0", "limits.depth, 0", "io.threads, 0", "io.threads, 65"})
    void numbersOutOfRangeAreToldAndTheNodeRunsWithTheDefault(String key, int value) throws IOException {
        assertTold(key, value);
    }

    @Test
    void textInPlaceOfANumberIsToldByItsKey() throws IOException {
        NodeConfiguration config = Configurations.refusing("heartbeat.ms", new NumberFormatException("For input string: \"soon\""));

        String problem = onlyProblem(NodeSettings.of(config, "node-1", DEFAULTS));

        assertTrue(problem.contains("heartbeat.ms") && problem.contains("soon") && problem.contains("Write ")
                && problem.contains("Meanwhile it is 2000"), problem);
    }

    @Test
    void aLongestWaitThatCannotBeUsedIsNoShorterThanTheShortest() throws IOException {
        String problem = onlyProblem(settings(Map.of("reconnect.min.ms", 60_000L, "reconnect.max.ms", 1L)));

        assertTrue(problem.contains("Meanwhile it is 60000"), problem);
    }

    @Test
    void registryHostIsOneOfThreeWords() throws IOException {
        assertTold("registry.host", "yes");
    }

    private static void assertTold(String key, Object value) throws IOException {
        String problem = onlyProblem(settings(Map.of(key, value)));

        assertTrue(problem.contains(key + "=" + value) && problem.contains("Write ") && problem.contains("Meanwhile it is "), problem);
    }

    private static String onlyProblem(NodeSettings settings) throws IOException {
        try (Node node = settings.builder().start()) {
            assertEquals(List.of(DEFAULTS.socket()), node.addresses());
            assertEquals(1, node.problems().size());
            return node.problems().get(0);
        }
    }

    private static NodeSettings settings(Map<String, Object> values) {
        return NodeSettings.of(Configurations.with(values), "node-1", DEFAULTS);
    }
}

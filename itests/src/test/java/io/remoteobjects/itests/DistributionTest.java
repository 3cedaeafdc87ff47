package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.TestBundle;
import io.remoteobjects.itests.samples.chart.Chart;
import io.remoteobjects.itests.samples.greeter.Greeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a user gets who unpacks and starts the distribution. */
class DistributionTest {

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer container;

    @BeforeAll
    static void start() {
        container = CONTAINERS.prepare("distribution").build().start();
    }

    @Test
    void startsSomethingAtAll() throws IOException {
        // With the wrong features at boot the assembly comes out with this file empty, and starts no bundle without a word.
        List<String> startup = Files.readAllLines(container.folder().resolve("etc/startup.properties"));
        assertTrue(startup.stream().anyMatch(line -> line.contains("org.apache.karaf.features.core")), startup::toString);
    }

    @Test
    void listensOnLoopbackSshAndItsLocalSocketsOnly() {
        // Its own socket and that of the registry, which it hosts when it has found that nobody else does.
        List<String> listening = Await.until("two local sockets", Duration.ofSeconds(60), () -> container.openFiles().listening(),
                sockets -> sockets.stream().filter(DistributionTest::isLocal).count() == 2);
        assertEquals(1, listening.stream().filter(socket -> socket.startsWith("tcp 127.0.0.1:")).count(), listening::toString);
        assertEquals(List.of(), listening.stream().filter(socket -> !socket.startsWith("tcp 127.0.0.1:") && !isLocal(socket)).toList());
    }

    private static boolean isLocal(String socket) {
        return socket.startsWith("unix " + CONTAINERS.temporaryFolder());
    }

    @Test
    void hasAllBundlesActive() {
        List<String> rows = container.execute("bundle:list -t 0 --no-format").lines().filter(row -> row.matches("\\d.*")).toList();
        assertTrue(rows.size() > 40, rows::toString);
        Predicate<String> fragment = row -> row.contains("Hosts:") && row.contains("Resolved");
        assertEquals(List.of(), rows.stream().filter(row -> !row.contains("Active")).filter(fragment.negate()).toList());
    }

    @Test
    void logsNoWarning() {
        assertEquals(List.of(), container.log().lines().filter(line -> line.contains("| WARN ") || line.contains("| ERROR")).toList());
    }

    @Test
    void showsTheWholeConfigurationCommented() throws IOException {
        Path file = container.folder().resolve("etc/io.remoteobjects.cfg");
        assertTrue(Files.readString(file).contains("#heartbeat.ms = 2000"));
    }

    @Test
    void canBeLookedInto() {
        assertTrue(container.threads().contains("FelixStartLevel"), () -> container.threads().toString());
        assertTrue(container.heapAfterCollection() > 1 << 20);
    }

    @Test
    void runsABundleMadeByATest() {
        container.install(TestBundle.of("greeter", Greeter.class));
        assertTrue(container.execute("service:list " + Greeter.class.getName()).contains("greeter"));

        container.uninstall("greeter");
        assertEquals("", container.execute("service:list " + Greeter.class.getName()).strip());
    }

    @Test
    void aConsumersFeatureNeedsNothingButItsBundlesAndNoSource() throws IOException {
        Path repository = Files.writeString(container.folder().resolve("chart-features.xml"), """
                <features name="chart" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="chart" version="1">
                    <feature>remoteobjects</feature>
                    <bundle>mvn:io.remoteobjects/gps-api/%s</bundle>
                    <bundle>%s</bundle>
                  </feature>
                </features>
                """.formatted(System.getProperty("project.version"), TestBundle.of("chart", Chart.class).toUri()));

        container.execute("feature:repo-add " + repository.toUri());
        container.execute("feature:install chart");

        // Started, and waiting for its GPS.
        String bundles = container.execute("bundle:list -s");
        assertTrue(bundles.lines().anyMatch(row -> row.matches(".*(Active|Waiting).*\\Wchart\\W*")), bundles);
        assertFalse(container.log().contains("CHART"));
        container.execute("feature:uninstall chart");
    }

    @Test
    void stopsByItsOwnScriptsWithoutAShutdownPort() throws Exception {
        assertEquals(0, script("status"));
        assertEquals(0, script("stop"));
        Await.until("bin/stop to take effect", Duration.ofSeconds(60), () -> !container.isRunning());
        container.start();
    }

    private static int script(String name) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(container.folder().resolve("bin").resolve(name).toString());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return script.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}

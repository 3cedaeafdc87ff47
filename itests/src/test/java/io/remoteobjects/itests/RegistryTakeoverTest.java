package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.LogFollower;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The containers of a machine share a registry that one of them hosts. When that one dies, another takes over. */
class RegistryTakeoverTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer host;
    private static KarafContainer source;
    private static KarafContainer replica;

    @BeforeAll
    static void start() {
        host = CONTAINERS.prepare("host").build().start();
        source = CONTAINERS.prepare("source").build();
        replica = CONTAINERS.prepare("replica").patient().build();
        Containers.startAll(source, replica);
        GpsBundles.installSource(source);
        GpsBundles.installProbe(replica);
    }

    @Test
    void anotherContainerTakesOverAndNobodyLosesAService() {
        replica.awaitOutput("probe:services", SOON, services -> services.contains("1 in all"));
        assertEquals(List.of(host), hosts());
        assertHosts(host, "yes");
        LogFollower seen = replica.followLog();

        host.kill9();

        KarafContainer next = Await.until("another host of the registry", SOON, RegistryTakeoverTest::hosts, all -> all.size() == 1).get(0);
        assertHosts(next, "yes");
        host.start();
        GpsBundles.installProbe(host);
        host.awaitOutput("probe:services", SOON, services -> services.contains("1 in all"));
        assertEquals(List.of(next), hosts());
        assertHosts(host, "no");
        assertEquals(List.of(), seen.unread("PROBE \\d+ (gone|came)"));
    }

    private static List<KarafContainer> hosts() {
        return Stream.of(host, source, replica).filter(KarafContainer::isRunning).filter(RegistryTakeoverTest::listensAsRegistry).toList();
    }

    private static boolean listensAsRegistry(KarafContainer container) {
        return container.openFiles().listening().stream().anyMatch(socket -> socket.contains("/remoteobjects-registry-"));
    }

    /** Waits until the registry is known in a container, and hosted there or not: yes or no. */
    static void assertHosts(KarafContainer container, String hosted) {
        container.awaitOutput("ro:registry", SOON, text -> text.matches("(?s).*remoteobjects-registry-\\S+\\W+Valid\\W+" + hosted + "\\W.*"));
    }
}

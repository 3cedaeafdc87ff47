package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.remoteobjects.itests.harness.ContainerBuilder;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.TestBundle;
import io.remoteobjects.itests.samples.moving.api.Adder;
import io.remoteobjects.itests.samples.moving.client.AdderClient;
import io.remoteobjects.itests.samples.moving.source.AdderCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/coming-from.md says: services that were shared by another distribution provider, and now are by this one. */
class ComingFromTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MARKED = "service.exported.interfaces=*";

    /** The sum, the sum that comes later, what is thrown; which overload is called with a text as an object, and with no text. */
    private static final String OURS = "remoteobjects: 3 7 OverflowException object text";

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer source;
    private static KarafContainer client;

    /** Fastbin is configured before it comes: it restarts when its configuration comes later, and a call under way then has no end. */
    private static ContainerBuilder prepare(String name) {
        String fastbin = "org.apache.aries.rsa.provider.fastbin";
        return CONTAINERS.prepare(name).configure(fastbin, "uri", "tcp://127.0.0.1:0").configure(fastbin, "exportedAddress", "127.0.0.1");
    }

    @BeforeAll
    static void start() {
        source = prepare("source").build();
        client = prepare("client").patient().build();
        Containers.startAll(source, client);
        for (KarafContainer each : List.of(source, client)) {
            each.install(TestBundle.of("adder", Adder.class));
        }
        source.install(TestBundle.of("adder-source", AdderCommands.class));
        client.install(TestBundle.of("adder-client", AdderClient.class));
    }

    @BeforeEach
    void withNoOtherProvider() {
        register(MARKED);
        awaitCalls(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aries.tcp", "aries.fastbin", "ecf.generic.server", "org.apache.cxf.ws", "org.apache.cxf.rs"})
    void whatAsksForAnotherProviderIsNotSharedAndSaysSo(String config) {
        register(MARKED, "service.exported.configs=" + config);

        source.awaitOutput("ro:sources", SOON, sources -> sources.contains("no distribution provider here exports it"));
        client.awaitOutput("adder:call", SOON, String::isBlank);
    }

    @Test
    void aServiceMovesFromAriesTcpAndTheConsumerStaysAsItIs() {
        moves("aries.tcp", "text ServiceException.REMOTE", "org.apache.aries.rsa.provider.tcp", "tcp.jar");
    }

    @Test
    void aServiceMovesFromAriesFastbinAndTheConsumerStaysAsItIs() {
        moves("aries.fastbin", "object text", "org.apache.aries.rsa.provider.fastbin", "hawtbuf.jar", "hawtdispatch.jar", "fastbin.jar");
    }

    /** The other provider's bundles are in both containers; then the service says who shares it: they, both, we. */
    private static void moves(String config, String overloads, String lastBundle, String... jars) {
        for (KarafContainer each : List.of(source, client)) {
            for (String jar : jars) {
                each.install(Path.of("target", "aries", jar).toAbsolutePath());
            }
        }
        try {
            String theirs = config + ": 3 7 OverflowException " + overloads;
            String there = "aries.rsa.hostname=127.0.0.1";
            register(MARKED, "service.exported.configs=" + config, there);
            awaitCalls(theirs);
            register(MARKED, "service.exported.configs=" + config + ",remoteobjects", there);
            awaitCalls(theirs, OURS);
            register(MARKED, "service.exported.configs=remoteobjects");
            awaitCalls(OURS);
        } finally {
            List.of(source, client).forEach(each -> each.uninstall(lastBundle));
        }
    }

    @Test
    void theirTimeoutPropertyIsOurs() {
        register(MARKED, "osgi.basic.timeout=300");
        awaitCalls(OURS);

        assertEquals("remoteobjects: ServiceException.REMOTE", client.execute("adder:sleep 3000").strip());
        // On a busy machine any call may take longer than that.
        client.awaitOutput("adder:sleep 1", SOON, printed -> printed.strip().equals("remoteobjects: slept"));
    }

    @Test
    void aServiceWhoseContainerDiesIsNoServiceAnyMore() {
        source.kill9();
        client.awaitOutput("adder:call", SOON, String::isBlank);
        source.start();
    }

    private static void register(String... properties) {
        source.execute("adder:register '" + String.join("' '", properties) + "'");
    }

    private static void awaitCalls(String... lines) {
        client.awaitOutput("adder:call", SOON, printed -> printed.lines().sorted().toList().equals(List.of(lines)));
    }
}

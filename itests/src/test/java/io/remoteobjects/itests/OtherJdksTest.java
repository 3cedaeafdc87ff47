package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.LogFollower;
import io.remoteobjects.itests.harness.Required;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/jdk.md says of containers on other JDKs than 17. */
class OtherJdksTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int FIRST_WITHOUT_SECURITY_MANAGER = 24;

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    @Test
    void sourceAndReplicaRunOnJdk21() throws IOException {
        String home = System.getenv("JDK21_HOME");
        Required.orSkipEverywhere("a JDK 21, whose folder the environment variable JDK21_HOME names", home != null);
        assertEquals(21, version(Path.of(home)), "the version of the JDK in JDK21_HOME=" + home);
        KarafContainer source = CONTAINERS.prepare("source").jdk(Path.of(home)).build();
        KarafContainer replica = CONTAINERS.prepare("replica").jdk(Path.of(home)).build();
        Containers.startAll(source, replica);
        assertEquals("21", source.execute("system:property java.specification.version").strip());
        GpsBundles.installSource(source);
        GpsBundles.installProbe(replica);
        replica.awaitOutput("probe:services", SOON, services -> services.contains("VALID latitude"));
        LogFollower seen = replica.followLog();

        source.execute("source:move 8");
        seen.expect("fix latitude 8.0", SOON);
        source.execute("source:lose antenna");
        seen.expect("lost antenna", SOON);
        assertTrue(replica.execute("probe:satellites").contains("satellites 7"));
        replica.execute("probe:push 5");
        assertTrue(source.execute("source:rate").contains("rate 5"));
        source.kill9();
        seen.expect("PROBE \\d+ gone", SOON);
        source.start();
        seen.expect("PROBE \\d+ came at \\d+ with latitude 1.0 of process " + source.pid(), SOON);
    }

    /** When this fails, Karaf has learnt to run on it: see how far it gets now, and change docs/jdk.md. */
    @Test
    void karafItselfDoesNotStartOnJdk24AndNewer() throws IOException {
        Optional<Path> newer = newerJdk();
        Required.orSkipEverywhere("a JDK " + FIRST_WITHOUT_SECURITY_MANAGER + " or newer beside the one it runs on", newer.isPresent());
        KarafContainer container = CONTAINERS.prepare("newer").jdk(newer.get()).build();

        container.launch();

        Await.until("Karaf to end", SOON, () -> !container.isRunning());
        String output = Files.readString(container.folder().resolve("output.txt"));
        assertTrue(output.contains("Enabling a Security Manager is not supported."), output);
    }

    private static Optional<Path> newerJdk() throws IOException {
        try (Stream<Path> siblings = Files.list(Path.of(System.getProperty("java.home")).toRealPath().getParent())) {
            return siblings.filter(each -> version(each) >= FIRST_WITHOUT_SECURITY_MANAGER).findFirst();
        }
    }

    /** {@return which Java a JDK is; 0 if that cannot be read} */
    private static int version(Path jdk) {
        Properties release = new Properties();
        try (InputStream in = new FileInputStream(jdk.resolve("release").toFile())) {
            release.load(in);
            return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", "")).feature();
        } catch (IOException | RuntimeException unreadable) {
            return 0;
        }
    }
}

package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.NextVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two containers go to another version of this project one after the other, and one of them back, with replicas that live. It shows that
 * features, bundles and packages of two versions do not get into each other's way and that state survives; as the classes are the same,
 * it does not show that a later version still speaks the protocol of this one, which is for {@link EarlierVersionTest} to show.
 */
class RollingUpgradeTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String BUILT = System.getProperty("project.version");

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer here;
    private static KarafContainer there;

    @BeforeAll
    static void start() {
        String next = NextVersion.repository();
        here = CONTAINERS.prepare("here").configure("org.ops4j.pax.url.mvn", "org.ops4j.pax.url.mvn.repositories", next)
                .configure("heartbeat.ms", "1999").build();
        there = CONTAINERS.prepare("there").configure("org.ops4j.pax.url.mvn", "org.ops4j.pax.url.mvn.repositories", next).build();
        here.start();
        there.start();
        LifeBundles.install(here, there);
        GpsBundles.installSource(here);
        GpsBundles.installProbe(there);
    }

    @Test
    void oneAfterTheOther() {
        assertTalk(1);

        upgrade(there, BUILT, NextVersion.VERSION);
        assertTalk(2);

        there.awaitOutput("probe:services", SOON, services -> services.contains("VALID latitude"));
        there.execute("probe:callWhatNeverEnds");
        RegistryTakeoverTest.assertHosts(here, "yes");
        String configuration = configuration(here);
        upgrade(here, BUILT, NextVersion.VERSION);
        assertTalk(3);
        there.awaitLog(Pattern.compile("PROBE \\d+ satellites failed at \\d+: REMOTE"), SOON);
        there.awaitOutput("probe:services", SOON, services -> services.contains("VALID latitude"));
        RegistryTakeoverTest.assertHosts(there, "yes");
        assertEquals(configuration, configuration(here));

        upgrade(there, NextVersion.VERSION, BUILT);
        assertTalk(4);

        for (KarafContainer each : List.of(here, there)) {
            assertFalse(each.log().contains("| ERROR |"), each::log);
        }
    }

    static void upgrade(KarafContainer container, String from, String to) {
        container.execute("feature:repo-add mvn:io.remoteobjects/features/" + to + "/xml/features");
        container.execute("feature:install --upgrade remoteobjects/" + to);
        container.execute("feature:repo-remove mvn:io.remoteobjects/features/" + from + "/xml/features");
        String bundles = container.execute("bundle:list -t 0 --no-format --no-ellipsis");
        List<String> ours = bundles.lines().filter(line -> line.contains("Remote Objects ::") && !line.contains(":: Examples")).toList();
        String version = to.replace("-", ".");
        assertEquals(7, ours.size(), bundles);
        assertTrue(ours.stream().allMatch(line -> line.contains("Active") && line.contains(version)), bundles);
    }

    private static String configuration(KarafContainer container) {
        try {
            return Files.readString(container.folder().resolve("etc/io.remoteobjects.cfg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is shown here is seen there, and what is shown there is seen here. */
    private static void assertTalk(long number) {
        here.execute("life:show " + number);
    }
}

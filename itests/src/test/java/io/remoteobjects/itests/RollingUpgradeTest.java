package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.NextVersion;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two containers go to another version of this project one after the other, and one of them back, with replicas that live. It shows that
 * features, bundles and packages of two versions do not get into each other's way and that state survives; as the classes are the same,
 * it does not show that a later version still speaks the protocol of this one, which is for the recorded sessions to show.
 */
class RollingUpgradeTest {

    private static final String BUILT = System.getProperty("project.version");

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer here;
    private static KarafContainer there;

    @BeforeAll
    static void start() {
        String next = NextVersion.repository();
        here = CONTAINERS.prepare("here").configure("org.ops4j.pax.url.mvn", "org.ops4j.pax.url.mvn.repositories", next).build();
        there = CONTAINERS.prepare("there").configure("org.ops4j.pax.url.mvn", "org.ops4j.pax.url.mvn.repositories", next).build();
        Containers.startAll(here, there);
        LifeBundles.install(here, there);
    }

    @Test
    void oneAfterTheOther() {
        assertTalk(1);

        upgrade(there, BUILT, NextVersion.VERSION);
        assertTalk(2);

        upgrade(here, BUILT, NextVersion.VERSION);
        assertTalk(3);

        upgrade(there, NextVersion.VERSION, BUILT);
        assertTalk(4);

        for (KarafContainer each : List.of(here, there)) {
            assertFalse(each.log().contains("| ERROR |"), each::log);
        }
    }

    private static void upgrade(KarafContainer container, String from, String to) {
        container.execute("feature:repo-add mvn:io.remoteobjects/features/" + to + "/xml/features");
        container.execute("feature:install --upgrade remoteobjects/" + to);
        container.execute("feature:repo-remove mvn:io.remoteobjects/features/" + from + "/xml/features");
        String bundles = container.execute("bundle:list -t 0 --no-format --no-ellipsis");
        List<String> ours = bundles.lines().filter(line -> line.contains("Remote Objects ::")).toList();
        String version = to.replace("-", ".");
        assertEquals(7, ours.size(), bundles);
        assertTrue(ours.stream().allMatch(line -> line.contains("Active") && line.contains(version)), bundles);
    }

    /** What is shown here is seen there, and what is shown there is seen here. */
    private static void assertTalk(long number) {
        here.execute("life:show " + number);
    }
}

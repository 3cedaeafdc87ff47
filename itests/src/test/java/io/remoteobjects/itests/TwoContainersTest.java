package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two containers side by side, each with a life of its own. */
class TwoContainersTest {

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer one;
    private static KarafContainer other;

    @BeforeAll
    static void build() {
        one = CONTAINERS.prepare("one").build();
        other = CONTAINERS.prepare("other").build();
    }

    @BeforeEach
    void start() {
        Containers.startAll(one, other);
    }

    @Test
    void bothRunOurBundles() {
        assertRunsOurBundles(one);
        assertRunsOurBundles(other);
    }

    @Test
    void aKilledContainerComesBackInItsFolderWhileTheOtherRunsOn() {
        long killed = one.pid();
        long untouched = other.pid();

        one.kill9();
        assertFalse(one.isRunning());
        one.start();

        assertRunsOurBundles(one);
        assertNotEquals(killed, one.pid());
        assertTrue(other.isRunning());
        assertEquals(untouched, other.pid());
    }

    @Test
    void aPausedContainerGoesOnWhereItWas() {
        one.pause();
        assertTrue(one.isRunning());
        assertRunsOurBundles(other);
        one.resume();

        assertRunsOurBundles(one);
    }

    @Test
    void bothStopCleanly() {
        one.stop();
        other.stop();

        for (KarafContainer container : new KarafContainer[] {one, other}) {
            assertFalse(container.isRunning());
            assertFalse(container.log().contains("| ERROR"), container::log);
        }
    }

    private static void assertRunsOurBundles(KarafContainer container) {
        String bundles = container.execute("bundle:list -s");
        assertTrue(bundles.contains("io.remoteobjects.topology"), bundles);
    }
}

package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.CommandFailure;
import io.remoteobjects.itests.harness.Containers;
import io.remoteobjects.itests.harness.KarafContainer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console commands as Karaf runs them: found by name, with arguments as its parser makes them, and failing with one line. */
class ShellTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @RegisterExtension
    static final Containers CONTAINERS = new Containers();

    private static KarafContainer container;

    @BeforeAll
    static void start() {
        container = CONTAINERS.prepare("shell").feature("remoteobjects-gps-source").build().start();
        container.awaitOutput("ro:get gps fix", PATIENCE, fix -> fix.contains("satellites: "));
    }

    @Test
    void sourcesAndRegistryShowWhatIsShared() {
        assertTrue(container.execute("ro:sources").contains("gps"));
        assertTrue(container.execute("ro:registry").contains("gps"));
    }

    @Test
    void aPropertyIsReadAndPushed() {
        container.execute("ro:push gps rate 5");

        assertEquals("5", container.execute("ro:get gps rate").strip());
    }

    @Test
    void aSlotIsCalled() {
        assertTrue(container.execute("ro:call gps satellites true").strip().matches("-?\\d+"));
    }

    @Test
    void changesAreWatched() {
        assertTrue(container.execute("ro:watch --count 2 gps").contains("  fix = {latitude: "));
    }

    @Test
    void theInterfaceIsPrinted() {
        assertTrue(container.execute("ro:rep gps").contains("class Gps"));
    }

    @Test
    void whatThereIsAndIsNotIsExplained() {
        assertTrue(container.execute("ro:explain gps").contains("gps is shared here, as a Gps, at local:"));
        assertTrue(container.execute("ro:explain lamp").contains("Nobody here knows"));
    }

    @Test
    void mistakesFailWithOneLineThatSaysWhatThereIs() {
        assertFails("ro:get lamp", "Nobody here knows an object named lamp. Known are: gps.");
        assertFails("ro:get gps colour", "gps has no property colour. It has: fix, rate.");
        assertFails("ro:push gps rate fast", "\"fast\" (String) is no int");
        assertFails("ro:call gps fly", "gps has no slot fly.");
    }

    private static void assertFails(String command, String why) {
        String message = assertThrows(CommandFailure.class, () -> container.execute(command)).getMessage();
        assertTrue(message.contains(why), message);
    }
}

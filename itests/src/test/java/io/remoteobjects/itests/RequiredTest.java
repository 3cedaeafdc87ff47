package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.remoteobjects.itests.harness.Required;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Software that is promised must be there; other software is missed loudly. */
class RequiredTest {

    private String before;

    @BeforeEach
    void remember() {
        before = System.getProperty(Required.REQUIRE_ALL);
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(Required.REQUIRE_ALL);
        } else {
            System.setProperty(Required.REQUIRE_ALL, before);
        }
    }

    @Test
    void goesOnWhereTheSoftwareIsThere() {
        System.setProperty(Required.REQUIRE_ALL, "true");
        Required.orSkip("air", true);
    }

    @Test
    void failsWhereAllIsPromised() {
        System.setProperty(Required.REQUIRE_ALL, "true");
        AssertionFailedError failure = assertThrows(AssertionFailedError.class, () -> Required.orSkip("a unicorn", false));
        assertTrue(failure.getMessage().contains("a unicorn"));
    }

    @Test
    void skipsAtTheDesk() {
        System.setProperty(Required.REQUIRE_ALL, "false");
        assertThrows(TestAbortedException.class, () -> Required.orSkip("a unicorn", false));
    }

    @Test
    void whatNoPackageBringsIsMissedLoudlyEverywhere() {
        System.setProperty(Required.REQUIRE_ALL, "true");
        Required.orSkipEverywhere("air", true);
        assertThrows(TestAbortedException.class, () -> Required.orSkipEverywhere("a unicorn", false));
    }
}

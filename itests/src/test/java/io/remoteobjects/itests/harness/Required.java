package io.remoteobjects.itests.harness;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Tests that need software a developer may not have: skipped with a loud message at the desk, failed where everything is promised to
 * be there, as in CI. Set the environment variable {@value #REQUIRE_ALL} to {@code true} for the latter; a system property of that name
 * counts before it.
 */
public final class Required {

    public static final String REQUIRE_ALL = "REMOTEOBJECTS_REQUIRE_ALL";

    private Required() {
    }

    /**
     * Goes on only where the condition holds. For JUnit 5 tests.
     *
     * @param what what is needed, for instance "Qt 6 peers"
     */
    public static void orSkip(String what, boolean condition) {
        if (condition) {
            return;
        }
        if (Boolean.parseBoolean(System.getProperty(REQUIRE_ALL, System.getenv(REQUIRE_ALL)))) {
            throw new AssertionFailedError("This test needs " + what + ", and " + REQUIRE_ALL + " is set. Install it, or unset "
                    + REQUIRE_ALL + " to skip the test.");
        }
        skip(what);
    }

    /** Goes on only where the condition holds, and skips the test everywhere else: for what no package manager is sure to bring. */
    public static void orSkipEverywhere(String what, boolean condition) {
        if (!condition) {
            skip(what);
        }
    }

    private static void skip(String what) {
        String message = "SKIPPED, not tested: this test needs " + what + ", which is not here.";
        System.err.printf("%n*** %s%n%n", message);
        throw new TestAbortedException(message);
    }
}

package io.remoteobjects.itests.qt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The process control itself, with a shell in the place of Qt. */
class QtProcessTest {

    @Test
    void eachExpectGoesOnAfterTheLineTheLastOneMatched() {
        try (QtProcess shell = shell("echo a 1; echo b; echo a 2; cat")) {
            assertEquals("1", shell.expect("a (\\d)").group(1));
            assertEquals("2", shell.expect("a (\\d)").group(1));
            shell.send("said");
            shell.expect("said");
        }
    }

    @Test
    void wholeLinesAreCompared() {
        try (QtProcess shell = shell("echo rate 50; echo rate 5; cat")) {
            shell.expect("rate 5");
            assertThrows(AssertionError.class, () -> shell.expect("rate 50", Duration.ofMillis(1)));
        }
    }

    @Test
    void failureShowsAllOutput() {
        try (QtProcess shell = shell("echo early; echo oops >&2; exit 7")) {
            AssertionError failure = assertThrows(AssertionError.class, () -> shell.expect("never"));
            shell.expect("exit status 7");
            for (String part : List.of("\"never\"", "process has ended", "> ", "early", "stderr: oops", "exit status 7")) {
                assertTrue(failure.getMessage().contains(part), failure.getMessage());
            }
        }
    }

    @Test
    void killedProcessIsGoneAtOnce() {
        try (QtProcess shell = shell("echo up; cat")) {
            shell.expect("up");
            shell.kill9();
            assertFalse(ProcessHandle.of(shell.pid()).map(ProcessHandle::isAlive).orElse(false), "still alive");
            shell.expect("exit status 137");
        }
    }

    private static QtProcess shell(String script) {
        return QtProcess.start(Path.of("/bin/sh"), "-c", script);
    }
}

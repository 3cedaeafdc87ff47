package io.remoteobjects.itests.qt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the harness says where the peers cannot be built, with a script in the place of the real one. */
class MissingQtTest {

    @TempDir
    Path root;

    private Path script;

    @BeforeEach
    void layOutProject() throws IOException {
        script = Files.createDirectories(root.resolve("itests/qt-peers")).resolve("build");
    }

    @Test
    void missingQtIsAReasonToSkip() throws IOException {
        scriptDoes("echo 'no Qt here (a test of this message)' >&2; exit 3");
        QtPeers qt = QtPeers.build(root, false);
        assertFalse(qt.isAvailable());
        assertTrue(qt.reason().startsWith("no Qt here (a test of this message). Install "), qt.reason());
        assertThrows(IllegalStateException.class, qt::source);
    }

    @Test
    void missingQtFailsWhereEverythingIsRequired() throws IOException {
        scriptDoes("echo 'no Qt here (a test of this message)' >&2; exit 3");
        AssertionError failure = assertThrows(AssertionError.class, () -> QtPeers.build(root, true));
        assertTrue(failure.getMessage().contains("no Qt here"), failure.getMessage());
    }

    @Test
    void brokenProgramFailsEverywhere() throws IOException {
        scriptDoes("echo 'expected ; before }'; exit 2");
        AssertionError failure = assertThrows(AssertionError.class, () -> QtPeers.build(root, false));
        assertTrue(failure.getMessage().contains("expected ; before }"), failure.getMessage());
    }

    private void scriptDoes(String commands) throws IOException {
        Files.writeString(script, "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}

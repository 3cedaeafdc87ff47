package io.remoteobjects.rsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultsTest {

    @TempDir
    Path folder;

    @Test
    void socketIsTheSameForOneFolderAndAnotherForAnother() {
        assertEquals(Defaults.of(folder).socket(), Defaults.of(folder.resolve("x/..")).socket());
        assertNotEquals(Defaults.of(folder).socket(), Defaults.of(folder.resolve("x")).socket());
    }

    @Test
    void socketNameIsShortHoweverLongThePath() {
        String socket = Defaults.of(folder.resolve("x".repeat(200))).socket();

        assertTrue(socket.matches("local:remoteobjects-[0-9a-f]{12}"), socket);
    }

    @Test
    void containersOfOneUserShareARegistry() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));

        String registry = Defaults.of(folder).registry();

        assertEquals(registry, Defaults.of(other).registry());
        assertTrue(registry.matches("local:remoteobjects-registry-[0-9]+"), registry);
    }
}

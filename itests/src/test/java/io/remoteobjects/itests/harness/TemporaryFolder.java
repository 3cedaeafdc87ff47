package io.remoteobjects.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for the local sockets of a container that Pax Exam starts. */
public final class TemporaryFolder {

    private TemporaryFolder() {
    }

    /** {@return a new folder, which is gone when this process ends; not below target, for the path of a socket has 107 bytes at most} */
    public static Path create() {
        try {
            Path folder = Files.createTempDirectory("ro-it-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "temporary-folder-deleter"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException("There is no folder for local sockets.", failed);
        }
    }

    private static void delete(Path folder) {
        try {
            ContainerFolder.deleteTree(folder);
        } catch (IOException left) {
            System.err.println("Cannot delete " + folder + ": " + left);
        }
    }
}

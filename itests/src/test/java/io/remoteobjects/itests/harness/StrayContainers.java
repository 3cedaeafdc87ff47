package io.remoteobjects.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Containers that outlive the test that started them: found by the pid file in their folder, and killed. */
public final class StrayContainers {

    private StrayContainers() {
    }

    /** Kills, now and when this process exits, what runs from the folders directly below {@code parent}. */
    public static void killNowAndAtExit(Path parent) {
        Path absolute = parent.toAbsolutePath();
        killBelow(absolute);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> killBelow(absolute), "stray-container-killer"));
    }

    /** Kills the container whose folder this is, where it still runs. */
    static void kill(Path folder) {
        Path pidFile = folder.resolve("karaf.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        try {
            // Its pid may be another process' by now.
            ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + pidFile, e);
        }
    }

    private static void killBelow(Path parent) {
        children(parent).forEach(StrayContainers::kill);
    }

    private static List<Path> children(Path parent) {
        if (Files.notExists(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + parent, e);
        }
    }
}

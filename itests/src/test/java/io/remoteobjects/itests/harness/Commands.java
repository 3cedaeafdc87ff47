package io.remoteobjects.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs small programs of the operating system and of the JDK. */
final class Commands {

    private Commands() {
    }

    /** Runs a program to its end and returns what it printed; fails when it ends with another status than 0 or not in time. */
    static String run(Duration atMost, String... command) {
        Path output = temporaryFile();
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            String text = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException("\"" + String.join(" ", command) + "\" "
                        + (ended ? "ended with status " + process.exitValue() : "did not end within " + atMost.toMillis() + " ms")
                        + ". It printed:\n" + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run \"" + String.join(" ", command) + "\"", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while \"" + String.join(" ", command) + "\" ran", e);
        } finally {
            delete(output);
        }
    }

    /** The path of a tool of the JDK this test runs on. */
    static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("command", ".out");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a file in " + System.getProperty("java.io.tmpdir"), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }
}

package io.remoteobjects.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.OpenFiles;
import io.remoteobjects.itests.printer.EvePrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demos, run as a visitor runs them. */
class DemoTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOOPBACK = "tcp6? (127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|0:0:0:0:0:ffff:7f00:1):\\d+ LISTEN";

    private static final Pattern STARTED = Pattern.compile("-Dkaraf\\.base=|/dbus-daemon --|/ippeveprinter -");

    @TempDir
    Path folder;

    private Process demo;

    @AfterEach
    void stop() {
        if (demo != null) {
            demo.destroy();
        }
    }

    @Test
    void positionsAreSeenInBothReplicasAlsoAfterTheSourceWasKilled() throws Exception {
        start("70");
        assertAllWasSeen();
    }

    @Test
    void statesOfAJobAreSeenInBothReplicasAndNobodyElseCanConnect() throws Exception {
        Optional<String> missing = EvePrinter.missing();
        assumeTrue(missing.isEmpty(), missing::toString);
        start("printer", "45");
        Await.until("a page", PATIENCE, this::output, output -> output.contains("Replica one prints page 1."));
        List<ProcessHandle> started = started();
        assertEquals(5, started.size(), started::toString);
        List<String> open = started.stream().flatMap(each -> OpenFiles.of(each.pid()).listening().stream())
                .filter(socket -> !socket.startsWith("unix ")).toList();
        assertTrue(open.stream().allMatch(socket -> socket.matches(LOOPBACK)), open::toString);

        assertAllWasSeen();
        assertNoneLeft(started);
    }

    @Test
    void interruptedDemoLeavesNothingRunning() throws Exception {
        start("60");
        Await.until("three containers", PATIENCE, () -> started().size() == 3);
        List<ProcessHandle> started = started();
        demo.destroy();
        assertTrue(demo.waitFor(20, TimeUnit.SECONDS), this::output);
        assertNoneLeft(started);
    }

    private void start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("./demo"), Stream.of(arguments)).toList())
                .directory(ROOT.toFile()).redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile());
        // What it shows is built by the build this is part of: another one within is the last thing wanted.
        Path maven = Files.writeString(folder.resolve("mvn"), "#!/bin/sh\necho '[ERROR] Sources are newer than the build.'; exit 1\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        demo = builder.start();
    }

    /** Containers and printer, without the short-lived helpers of scripts. */
    private List<ProcessHandle> started() {
        return demo.descendants().filter(each -> STARTED.matcher(each.info().commandLine().orElse("")).find()).toList();
    }

    private void assertAllWasSeen() throws InterruptedException {
        assertTrue(demo.waitFor(3, TimeUnit.MINUTES), this::output);
        assertEquals(0, demo.exitValue(), this::output);
        assertTrue(output().contains("\nSeen: "), this::output);
    }

    private static void assertNoneLeft(List<ProcessHandle> started) {
        assertTrue(started.stream().noneMatch(ProcessHandle::isAlive), started::toString);
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

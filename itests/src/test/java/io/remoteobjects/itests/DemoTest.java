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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demos, run as a visitor runs them. */
class DemoTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LOOPBACK = "tcp6? (127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|0:0:0:0:0:ffff:7f00:1):\\d+ LISTEN";

    private static final Pattern STARTED = Pattern.compile("-Dkaraf\\.base=|/dbus-daemon --|/ippeveprinter -");

    @TempDir
    Path folder;

    private Process demo;

    @AfterEach
    void stop() throws InterruptedException {
        if (demo != null) {
            demo.destroy();
            demo.waitFor();
        }
    }

    @Test
    void positionsAreSeenInBothReplicasAlsoAfterTheSourceWasKilled() throws Exception {
        assertAllIsSeen("./demo", 70);
    }

    @Test
    void statesOfAJobAreSeenInBothReplicas() throws Exception {
        assumePrinter();
        assertAllIsSeen("./demo printer", 45);
    }

    @Test
    void interruptedDemoLeavesNothingRunningAndNobodyElseCouldConnect() throws Exception {
        assumePrinter();
        start("./demo printer");
        Await.until("a page", PATIENCE, this::output, output -> output.contains("Replica one prints page 1."));
        List<ProcessHandle> started = started();
        assertEquals(5, started.size(), started::toString);
        List<String> open = started.stream().flatMap(each -> OpenFiles.of(each.pid()).listening().stream())
                .filter(socket -> !socket.startsWith("unix ")).toList();
        assertTrue(open.stream().allMatch(socket -> socket.matches(LOOPBACK)), open::toString);

        demo.destroy();

        assertTrue(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), this::output);
        assertTrue(started.stream().noneMatch(ProcessHandle::isAlive), started::toString);
    }

    private static void assumePrinter() {
        Optional<String> missing = EvePrinter.missing();
        assumeTrue(missing.isEmpty(), missing::toString);
    }

    /** For as long as a visitor may stay; where a machine is too busy with other things for that, once more and longer. */
    private void assertAllIsSeen(String play, int seconds) throws Exception {
        start(play + " " + seconds);
        if (!isAllSeen()) {
            System.err.println("Not all was seen in " + seconds + " s, so once more and longer: " + output());
            start(play + " " + 3 * seconds);
            assertTrue(isAllSeen(), this::output);
        }
    }

    private void start(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.split(" "))
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

    private boolean isAllSeen() throws InterruptedException {
        assertTrue(demo.waitFor(5, TimeUnit.MINUTES), this::output);
        return demo.exitValue() == 0 && output().contains("\nSeen: ");
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("output"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

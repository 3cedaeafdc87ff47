package io.remoteobjects.itests.qt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs of {@code itests/qt-peers}, built with the Qt 6 of this machine.
 *
 * <p>A machine without Qt skips the tests that need it:
 * <pre>{@code
 * QtPeers qt = QtPeers.build();
 * assumeTrue(qt.isAvailable(), qt.reason());
 * try (QtProcess source = qt.source("--share", "Gps:gps")) {
 *     URI address = source.listening();
 * }</pre>
 * With {@value #REQUIRE_ALL}{@code =true} in the environment, as in CI, a missing Qt is a failure instead.
 */
public final class QtPeers {

    /** Environment variable: {@code true} turns every skip for want of a tool into a failure. */
    public static final String REQUIRE_ALL = "REMOTEOBJECTS_REQUIRE_ALL";

    private static final int TOOLS_MISSING = 3;

    private final Path programs;
    private final String reason;

    private QtPeers(Path programs, String reason) {
        this.programs = programs;
        this.reason = reason;
    }

    /**
     * Builds the programs, which takes about a minute the first time and a second or two when nothing has changed. Says
     * loudly on stderr when Qt is missing.
     *
     * @throws AssertionError if the programs do not compile, or if Qt is missing where {@value #REQUIRE_ALL} forbids it
     */
    public static QtPeers build() {
        return build(projectRoot(), Boolean.parseBoolean(System.getenv(REQUIRE_ALL)));
    }

    static QtPeers build(Path root, boolean required) {
        Path target = root.resolve("itests/qt-harness/target/qt-peers");
        Path script = root.resolve("itests/qt-peers/build");
        Built built = run(List.of(script.toString(), "6", target.toString()), target);
        if (built.status == 0) {
            return new QtPeers(Path.of(built.lastLine()), "Qt 6 is there");
        }
        if (built.status != TOOLS_MISSING) {
            throw new AssertionError("The Qt peers do not compile (status " + built.status + "): " + String.join("\n", built.output));
        }
        String reason = built.lastLine() + ". Install the packages listed in itests/qt-peers/README.md";
        if (required) {
            throw new AssertionError(REQUIRE_ALL + " is set, but " + reason);
        }
        System.err.printf("%n*** SKIPPED: the tests against real Qt do not run. %s ***%n%n", reason);
        return new QtPeers(null, reason);
    }

    public boolean isAvailable() {
        return programs != null;
    }

    /** Why the programs are not available, and what to install. */
    public String reason() {
        return reason;
    }

    /** Starts a host with Qt sources; wait for {@link QtProcess#listening()}. */
    public QtProcess source(String... args) {
        return start("qtro-source-qt6", args);
    }

    /** Starts a node with Qt replicas. */
    public QtProcess replica(String... args) {
        return start("qtro-replica-qt6", args);
    }

    /** Starts a node that prints a file: address of the host, name of the Printer, path, MIME type. */
    public QtProcess printer(String... args) {
        return start("qtro-printer-qt6", args);
    }

    /** Starts a registry without sources of its own; wait for {@link QtProcess#listening()}. */
    public QtProcess registry(String... args) {
        return start("qtro-registry-qt6", args);
    }

    private QtProcess start(String program, String... args) {
        if (programs == null) {
            throw new IllegalStateException("Cannot start " + program + ": " + reason);
        }
        return QtProcess.start(programs.resolve(program), args);
    }

    private static Path projectRoot() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("itests/qt-peers/CMakeLists.txt"))) {
                return folder;
            }
        }
        throw new IllegalStateException("itests/qt-peers is in no folder above " + here + ". Run the tests inside the project");
    }

    private static Built run(List<String> command, Path target) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            List<String> output = new ArrayList<>(process.inputReader(StandardCharsets.UTF_8).lines().toList());
            return new Built(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + String.join(" ", command) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while building the Qt peers in " + target, e);
        }
    }

    private record Built(int status, List<String> output) {
        String lastLine() {
            return output.isEmpty() ? "" : output.get(output.size() - 1);
        }
    }
}

package io.remoteobjects.itests.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real printer: the process {@code ippeveprinter}. It prints one job at a time and keeps what it printed.
 *
 * <pre>{@code
 * Optional<String> missing = EvePrinter.missing();
 * assumeTrue(missing.isEmpty(), missing::toString);
 * try (EvePrinter printer = EvePrinter.start(folder, "sleep 1")) {
 *     URI address = printer.uri();
 * }</pre>
 */
public final class EvePrinter implements AutoCloseable {

    /** Environment variable: {@code true} turns every skip for want of a tool into a failure. */
    public static final String REQUIRE_ALL = "REMOTEOBJECTS_REQUIRE_ALL";

    private static final List<String> FORMATS = List.of("application/pdf", "text/plain");

    private final int port = freePort();
    private final Path folder;
    private final Path command;
    private final List<String> options;
    private Leash process;

    private EvePrinter(Path folder, Path command, List<String> options) {
        this.folder = folder;
        this.command = command;
        this.options = options;
    }

    /**
     * Says what keeps printers from starting on this machine, loudly on stderr as well.
     *
     * @return what is missing and what to do; empty if nothing is
     * @throws AssertionError instead, where {@value #REQUIRE_ALL} is set
     */
    public static Optional<String> missing() {
        List<String> programs = Programs.NEEDED.stream().filter(each -> Programs.find(each).isEmpty()).toList();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        String reason = "there is no " + String.join(", no ", programs) + ". Install the packages cups-ipp-utils dbus";
        if (Boolean.parseBoolean(System.getenv(REQUIRE_ALL))) {
            throw new AssertionError(REQUIRE_ALL + " is set, but " + reason + ".");
        }
        System.err.printf("%n*** SKIPPED: the tests against a real printer do not run: %s. ***%n%n", reason);
        return Optional.of(reason);
    }

    /**
     * Starts a printer of application/pdf and text/plain, and waits until it listens.
     *
     * @param folder an existing one, for what it prints and its log
     * @param script shell commands that run for each job: they make it last, and change the printer by writing {@code STATE:} and
     *     {@code ATTR:} lines to stderr
     * @return the printer
     */
    public static EvePrinter start(Path folder, String script) {
        return start(folder, script, List.of("-f", String.join(",", FORMATS)));
    }

    /**
     * As {@link #start(Path, String)}, with attributes of one's own.
     *
     * @param folder an existing one, for what it prints and its log
     * @param script shell commands that run for each job
     * @param attributes lines such as {@code ATTR integer marker-levels 42,7}; all that is not needed to print is left out otherwise
     * @return the printer
     */
    public static EvePrinter start(Path folder, String script, String attributes) {
        try {
            Path file = Files.writeString(folder.resolve("attributes.conf"),
                    "ATTR mimeMediaType document-format-supported " + String.join(",", FORMATS) + "\n" + attributes);
            return start(folder, script, List.of("-a", file.toString()));
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot write to " + folder, unable);
        }
    }

    private static EvePrinter start(Path folder, String script, List<String> options) {
        try {
            Path command = Files.writeString(folder.resolve("print.sh"), "#!/bin/sh\n" + script + "\n");
            Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(folder.resolve("spool"));
            EvePrinter printer = new EvePrinter(folder, command, options);
            printer.start();
            return printer;
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot write to " + folder, unable);
        }
    }

    /** Starts it again, at the same address, with the same spool folder. */
    public void start() {
        List<String> line = new ArrayList<>(List.of(Programs.path("ippeveprinter").toString(), "-v", "-r", "off", "-n", "localhost", "-p",
                String.valueOf(port), "-d", folder.resolve("spool").toString(), "-k", "-K", folder.toString(), "-c",
                command.toString()));
        line.addAll(options);
        line.add("Office");
        process = Leash.start(folder.resolve("printer.log"), MessageBus.ENVIRONMENT, line.toArray(String[]::new));
        Waiting.until("the printer to listen", this::isListening, process::log);
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            if (!process.isRunning()) {
                throw new AssertionError("The printer has ended: " + process.log());
            }
            return false;
        }
    }

    /** {@return where it is} */
    public URI uri() {
        return URI.create("ipp://localhost:" + port + "/ipp/print");
    }

    /** {@return what it printed, each file byte for byte what it was given, in the order of their jobs} */
    public List<byte[]> printed() {
        try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
            List<byte[]> documents = new ArrayList<>();
            for (Path file : files.filter(each -> !each.toString().endsWith(".prn")).sorted(EvePrinter::byJob).toList()) {
                documents.add(Files.readAllBytes(file));
            }
            return documents;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read what was printed", unreadable);
        }
    }

    private static int byJob(Path one, Path other) {
        return Integer.compare(job(one), job(other));
    }

    /** File names are the number of the job, a dash and its title. */
    private static int job(Path file) {
        return Integer.parseInt(file.getFileName().toString().split("-")[0]);
    }

    /** {@return what the printer logged} */
    public String log() {
        return process.log();
    }

    /** Kills it, as a printer that loses its power. */
    public void kill() {
        process.close();
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("There is no free port", none);
        }
    }
}

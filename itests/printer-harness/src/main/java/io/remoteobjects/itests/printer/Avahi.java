package io.remoteobjects.itests.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The Avahi daemon that {@code ippeveprinter} refuses to start without: the machine's, or else a private one on a D-Bus of its own,
 * started once in this process and ended with it.
 */
final class Avahi {

    private static final Path SYSTEM_BUS = Path.of("/run/dbus/system_bus_socket");
    private static final Path PID = Path.of("/run/avahi-daemon/pid");

    private static final String BUS = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>system</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow user="*"/>
                <allow own="*"/>
                <allow send_destination="*"/>
                <allow receive_sender="*"/>
              </policy>
            </busconfig>
            """;

    private static final String LOOPBACK_ONLY = """
            [server]
            use-ipv6=no
            allow-interfaces=lo
            """;

    private Avahi() {
    }

    /** {@return whether the machine's own daemon runs} */
    static boolean runsOnMachine() {
        try {
            return Files.exists(SYSTEM_BUS) && Files.exists(PID)
                    && ProcessHandle.of(Long.parseLong(Files.readString(PID).strip())).isPresent();
        } catch (IOException | NumberFormatException unreadable) {
            return false;
        }
    }

    /** {@return the environment in which a program finds the daemon, which is started if need be} */
    static Map<String, String> environment() {
        return runsOnMachine() ? Map.of() : Private.ENVIRONMENT;
    }

    /** Loaded, and thereby started, by the first who needs it. */
    private static final class Private {

        static final Map<String, String> ENVIRONMENT = start();

        private static Map<String, String> start() {
            try {
                // Two daemons get into each other's way, so tests of another build wait here. Held until this process ends.
                FileChannel.open(Path.of(System.getProperty("java.io.tmpdir"), "remoteobjects-avahi.lock"), StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE).lock();
                Path folder = Files.createTempDirectory("avahi");
                Path socket = folder.resolve("bus");
                Map<String, String> environment = Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket);
                Path bus = Files.writeString(folder.resolve("bus.conf"), BUS.formatted(socket));
                Leash dbus = Leash.start(folder.resolve("bus.log"), Map.of(), Programs.path("dbus-daemon").toString(), "--nofork",
                        "--nopidfile", "--config-file=" + bus);
                Waiting.until("D-Bus", () -> Files.exists(socket), dbus::log);
                Path settings = Files.writeString(folder.resolve("avahi.conf"), LOOPBACK_ONLY);
                Leash avahi = Leash.start(folder.resolve("avahi.log"), environment, Programs.path("avahi-daemon").toString(), "-f",
                        settings.toString(), "--no-drop-root", "--no-chroot", "--no-rlimits");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    avahi.close();
                    dbus.close();
                    delete(folder);
                }, "avahi-end"));
                Waiting.until("Avahi", () -> avahi.log().contains("Server startup complete"), avahi::log);
                return environment;
            } catch (IOException unable) {
                throw new UncheckedIOException("Cannot start a private Avahi", unable);
            }
        }

        private static void delete(Path folder) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
                Files.delete(folder);
            } catch (IOException left) {
                System.err.println("Left behind: " + folder + " (" + left.getMessage() + ")");
            }
        }
    }
}

package io.remoteobjects.itests.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The D-Bus without which {@code ippeveprinter} does not start, although it is to announce itself to nobody: a private one with nobody
 * else on it, started by the first printer of this process and ended with the process.
 */
final class MessageBus {

    /** The environment in which a program takes it for the machine's. */
    static final Map<String, String> ENVIRONMENT = start();

    private MessageBus() {
    }

    private static Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("printer-bus");
            Path socket = folder.resolve("socket");
            Path log = folder.resolve("log");
            String address = "unix:path=" + socket;
            Leash bus = Leash.start(log, Map.of(), Programs.path("dbus-daemon").toString(), "--session", "--nofork", "--nopidfile",
                    "--address=" + address);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                bus.close();
                delete(socket, log, folder);
            }, "printer-bus-end"));
            Waiting.until("D-Bus", () -> Files.exists(socket), bus::log);
            return Map.of("DBUS_SYSTEM_BUS_ADDRESS", address);
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot start a private D-Bus", unable);
        }
    }

    private static void delete(Path... paths) {
        try {
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            System.err.println("Left behind: " + left.getMessage());
        }
    }
}

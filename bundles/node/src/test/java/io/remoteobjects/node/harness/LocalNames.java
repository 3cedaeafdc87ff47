package io.remoteobjects.node.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Names for local sockets that nothing else on the machine uses. What they leave behind goes when the JVM ends. */
public final class LocalNames {

    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(LocalNames::deleteAll, "delete local sockets"));
    }

    private LocalNames() {
    }

    /** {@return a URL no call returned before} */
    public static String url() {
        return "local:" + name();
    }

    /** {@return its name alone} */
    public static String name() {
        return name(COUNT.incrementAndGet());
    }

    private static String name(int number) {
        return "ro-test-" + ProcessHandle.current().pid() + "-" + number;
    }

    /** {@return an address to listen on that will do for a kind of transport, {@code tcp} or {@code local}} */
    public static String of(String transport) {
        return transport.equals("tcp") ? "tcp://127.0.0.1:0" : url();
    }

    private static void deleteAll() {
        try {
            for (int i = 1; i <= COUNT.get(); i++) {
                Files.deleteIfExists(Path.of("/tmp", name(i)));
                Files.deleteIfExists(Path.of("/tmp", name(i) + ".lock"));
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}

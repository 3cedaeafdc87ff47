package io.remoteobjects.node.harness;

import java.util.concurrent.atomic.AtomicInteger;

/** Names for local sockets that nothing else on the machine uses. */
public final class LocalNames {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private LocalNames() {
    }

    /** {@return a URL no call returned before} */
    public static String url() {
        return "local:" + name();
    }

    /** {@return its name alone} */
    public static String name() {
        return "ro-test-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    }

    /** {@return an address to listen on that will do for a kind of transport, {@code tcp} or {@code local}} */
    public static String of(String transport) {
        return transport.equals("tcp") ? "tcp://127.0.0.1:0" : url();
    }
}

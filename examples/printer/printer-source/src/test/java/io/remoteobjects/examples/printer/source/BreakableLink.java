package io.remoteobjects.examples.printer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP connection to somewhere that a test can cut. */
final class BreakableLink implements AutoCloseable {

    /** More than questions have, less than a document of the tests. */
    static final int MUCH = 100_000;

    private final ServerSocket server;
    private final URI target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Runnable afterMuch = () -> { };

    /** @param target what connections lead to, as tcp://host:port */
    BreakableLink(String target) throws IOException {
        this.target = URI.create(target);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    /** {@return where to connect instead of to the target} */
    String url() {
        return "tcp://127.0.0.1:" + port();
    }

    /** {@return the port to connect to instead of to that of the target} */
    int port() {
        return server.getLocalPort();
    }

    /** Sets what happens to each connection once it has carried {@value #MUCH} bytes to the target; what blocks holds up that one only. */
    void afterMuch(Runnable action) {
        afterMuch = action;
    }

    /** Cuts all connections at once, wherever in a frame they are; new ones may be made. */
    void cut() {
        for (Socket socket : open) {
            try {
                open.remove(socket);
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException closedAlready) {
                // That is what was wanted.
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket near = server.accept();
                open.add(near);
                Socket far = new Socket(target.getHost(), target.getPort());
                open.add(far);
                run(() -> copy(near, far, () -> afterMuch.run()));
                run(() -> copy(far, near, () -> { }));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void copy(Socket from, Socket to, Runnable muchCopied) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[4096];
            long before = 0;
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, read);
                if (before < MUCH && before + read >= MUCH) {
                    muchCopied.run();
                }
                before += read;
            }
        } catch (IOException cut) {
            // Both ends are closed on the way out.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "breakable-link");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
        cut();
    }
}

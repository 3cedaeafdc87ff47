package io.remoteobjects.examples.gps.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A receiver's TCP port on loopback; the test says what it sends. */
final class FakeDevice implements AutoCloseable {

    private final ServerSocket server;
    private Socket client;

    FakeDevice() {
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            server.setSoTimeout(30_000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "tcp://127.0.0.1:" + port();
    }

    /** Waits for the Source to connect. */
    void accept() throws IOException {
        client = server.accept();
        client.setSoTimeout(30_000);
    }

    void send(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Reads what the Source says; -1 once it has closed the connection. */
    int read() throws IOException {
        return client.getInputStream().read();
    }

    void disconnect() throws IOException {
        client.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (client != null) {
            client.close();
        }
    }
}

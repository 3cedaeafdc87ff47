package io.remoteobjects.examples.gps.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A receiver behind a TCP port, its raw output or that of the gpsd it is plugged into. */
final class Device implements NmeaInput {

    private final String name;
    private final String host;
    private final int port;
    private final String greeting;
    private final int timeoutMillis;

    /**
     * @param name for messages
     * @param host name or address
     * @param port TCP port
     * @param greeting what must be said before the device speaks; may be empty
     * @param timeout after how long without a connection or data the device counts as gone
     */
    Device(String name, String host, int port, String greeting, Duration timeout) {
        this.name = name;
        this.host = host;
        this.port = port;
        this.greeting = greeting;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public InputStream open() throws IOException {
        // The socket of a channel, unlike others, can be interrupted while it connects and reads.
        Socket socket = SocketChannel.open().socket();
        try {
            socket.connect(new InetSocketAddress(host, port), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream();
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }

    @Override
    public boolean isRecording() {
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}

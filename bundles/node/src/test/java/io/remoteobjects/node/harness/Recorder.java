package io.remoteobjects.node.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import io.remoteobjects.node.transport.Address;

/** Stands between a node and a host and writes down what each says; for one connection, of protocol 2.0. */
public final class Recorder implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final ByteArrayOutputStream fromHost = new ByteArrayOutputStream();
    private final ByteArrayOutputStream fromNode = new ByteArrayOutputStream();

    /** What the two ends said, frame by frame. */
    public record Session(List<byte[]> fromHost, List<byte[]> fromNode) {
    }

    /** @param host where the real host is */
    public Recorder(String host) throws IOException {
        Address address = Address.parse(host);
        Thread acceptor = new Thread(() -> {
            try {
                Socket node = server.accept();
                Socket real = new Socket(address.host(), address.port());
                copy(real, node, fromHost);
                copy(node, real, fromNode);
            } catch (IOException over) {
                // The test ended first.
            }
        }, "recorder");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private static void copy(Socket from, Socket to, ByteArrayOutputStream record) {
        Thread copier = new Thread(() -> {
            try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                byte[] buffer = new byte[8192];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    record.write(buffer, 0, count);
                    out.write(buffer, 0, count);
                }
            } catch (IOException over) {
                // One end is gone, and so is the other.
            }
        }, "recorder");
        copier.setDaemon(true);
        copier.start();
    }

    /** {@return where the node connects} */
    public String url() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    /** Waits until both together have said so much. */
    public void awaitFrames(int count) {
        Await.until(count + " frames", () -> session().fromHost.size() + session().fromNode.size() >= count);
    }

    /** {@return what was said so far} */
    public Session session() {
        return new Session(frames(fromHost.toByteArray()), frames(fromNode.toByteArray()));
    }

    private static List<byte[]> frames(byte[] bytes) {
        List<byte[]> frames = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.remaining() >= 4 && buffer.remaining() - 4 >= buffer.getInt(buffer.position())) {
            byte[] frame = new byte[4 + buffer.getInt(buffer.position())];
            buffer.get(frame);
            frames.add(frame);
        }
        return frames;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

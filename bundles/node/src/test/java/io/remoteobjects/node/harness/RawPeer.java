package io.remoteobjects.node.harness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import io.remoteobjects.node.transport.Address;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.FrameReader;
import io.remoteobjects.wire.packet.Packet;
import io.remoteobjects.wire.packet.Packets;

/** One end of a connection in the hands of a test, which sends what bytes it likes and reads when it likes. For one thread. */
public final class RawPeer implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 64 * 1024;

    private final SocketChannel channel;
    private final Generation generation;
    private final Selector selector = Selector.open();
    private final ByteBuf received = Unpooled.buffer();

    private RawPeer(SocketChannel channel, Generation generation) throws IOException {
        this.channel = channel;
        this.generation = generation;
        channel.configureBlocking(false);
        channel.register(selector, 0);
    }

    /** Connects to a host; protocol 2.0. What it does not read soon waits at the host, for the system takes in little. */
    public static RawPeer connect(String url) throws IOException {
        SocketAddress address = socketAddress(url);
        SocketChannel channel = address instanceof UnixDomainSocketAddress ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        channel.connect(address);
        return new RawPeer(channel, Generation.QTRO_2_0);
    }

    private static SocketAddress socketAddress(String url) {
        Address address = Address.parse(url);
        return address.isLocal() ? UnixDomainSocketAddress.of("/tmp/" + address.path())
                : new InetSocketAddress(address.host(), address.port());
    }

    /** Waits for nodes to connect. */
    public static final class Listener implements AutoCloseable {

        private final ServerSocketChannel server;
        private final String url;

        /** @param url where to listen */
        public Listener(String url) throws IOException {
            SocketAddress address = socketAddress(url);
            server = address instanceof UnixDomainSocketAddress ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                    : ServerSocketChannel.open();
            server.bind(address);
            this.url = address instanceof UnixDomainSocketAddress ? url
                    : "tcp://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
        }

        /** {@return where it listens} */
        public String url() {
            return url;
        }

        /** Waits for the next connection; protocol 2.0. */
        public RawPeer accept() throws IOException {
            return accept(Generation.QTRO_2_0);
        }

        /** Waits for the next connection. */
        public RawPeer accept(Generation generation) throws IOException {
            return new RawPeer(server.accept(), generation);
        }

        @Override
        public void close() throws IOException {
            SocketAddress address = server.getLocalAddress();
            server.close();
            if (address instanceof UnixDomainSocketAddress local) {
                Files.deleteIfExists(local.getPath());
            }
        }
    }

    /** Sends what is written, in the protocol of this peer. */
    public RawPeer send(Consumer<WireOutput> frames) throws IOException {
        return send(encode(generation, frames));
    }

    /** {@return the bytes of frames} */
    public static byte[] encode(Generation generation, Consumer<WireOutput> frames) {
        ByteBuf buffer = Unpooled.buffer();
        frames.accept(new WireOutput(buffer, generation));
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    /** Sends bytes as they are. */
    public RawPeer send(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
            if (buffer.hasRemaining()) {
                await(SelectionKey.OP_WRITE);
            }
        }
        return this;
    }

    /** Reads frames until one is of a kind, and returns that. */
    public <P extends Packet> P expect(Class<P> kind) throws IOException {
        while (true) {
            Packet packet = read();
            if (packet == null) {
                throw new AssertionError("The connection was closed before a " + kind.getSimpleName() + " came");
            }
            if (kind.isInstance(packet)) {
                return kind.cast(packet);
            }
        }
    }

    /** Reads the next frame; null at the end. */
    public Packet read() throws IOException {
        while (true) {
            int length = FrameReader.frameLength(received, generation, Limits.DEFAULT);
            if (length != FrameReader.INCOMPLETE) {
                received.skipBytes(FrameReader.LENGTH_BYTES);
                byte[] frame = new byte[length];
                received.readBytes(frame);
                return Packets.read(new WireInput(Unpooled.wrappedBuffer(frame), 0, length, generation, Limits.DEFAULT));
            }
            if (!fill()) {
                if (received.isReadable()) {
                    throw new AssertionError("The connection was closed in the middle of a frame, after " + received.readableBytes()
                            + " bytes of it");
                }
                return null;
            }
        }
    }

    /** {@return what reads values of this peer's packets} */
    public WireInput input(View view) {
        return view.input(generation, Limits.DEFAULT);
    }

    /** Reads some bytes. {@return false at the end} */
    private boolean fill() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        while (true) {
            int count = channel.read(buffer);
            if (count < 0) {
                return false;
            }
            if (count > 0) {
                received.discardReadBytes();
                received.writeBytes(buffer.flip());
                return true;
            }
            await(SelectionKey.OP_READ);
        }
    }

    private void await(int operation) throws IOException {
        channel.keyFor(selector).interestOps(operation);
        if (selector.select(Await.PATIENCE.toMillis()) == 0) {
            throw new AssertionError("Nothing could be " + (operation == SelectionKey.OP_READ ? "read" : "written") + " for "
                    + Await.PATIENCE);
        }
        selector.selectedKeys().clear();
    }

    /** Reads to the end, which must come between frames. */
    public void expectClosed() throws IOException {
        while (read() != null) {
            received.discardReadBytes();
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}

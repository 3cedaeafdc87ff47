package io.remoteobjects.node.transport;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Runs as another user, so it needs nothing but the JDK: connects to a socket or listens on one, and says how many bytes came. */
final class StrangerMain {

    private StrangerMain() {
    }

    /** @param args {@code connect} or {@code listen}, and the path of the socket */
    public static void main(String[] args) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(args[1]);
        if (args[0].equals("connect")) {
            try (SocketChannel channel = SocketChannel.open(address)) {
                System.out.println("connected");
                count(channel);
            }
        } else {
            try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                server.bind(address);
                System.out.println("listening");
                while (true) {
                    try (SocketChannel channel = server.accept()) {
                        System.out.println("accepted");
                        count(channel);
                    }
                }
            }
        }
    }

    private static void count(SocketChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1024);
        int bytes = 0;
        for (int count = channel.read(buffer); count >= 0; count = channel.read(buffer.clear())) {
            bytes += count;
        }
        System.out.println("bytes " + bytes);
    }
}

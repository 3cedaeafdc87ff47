package io.remoteobjects.node.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/** Plain TCP. A listener on anything but loopback must be asked for in so many words: nothing on it is authenticated or encrypted. */
final class TcpTransport implements Transport {

    @Override
    public Class<? extends ServerChannel> serverChannel() {
        return NioServerSocketChannel.class;
    }

    @Override
    public Class<? extends Channel> channel() {
        return NioSocketChannel.class;
    }

    @Override
    public boolean isTcp() {
        return true;
    }

    @Override
    public SocketAddress toConnect(Address address) throws UnknownHostException {
        return resolve(address);
    }

    @Override
    public Claim claim(Address address) throws IOException {
        InetSocketAddress socketAddress = resolve(address);
        if (!socketAddress.getAddress().isLoopbackAddress() && !address.insecure()) {
            throw new IOException("Listening on " + address + " would let anybody who reaches it call every slot, unauthenticated and "
                    + "unencrypted. Listen on 127.0.0.1, or add ?insecure=true to the address if the network is trusted.");
        }
        return new Claim() {
            @Override
            public SocketAddress socketAddress() {
                return socketAddress;
            }

            @Override
            public Address bound(SocketAddress bound) {
                return address.withPort(((InetSocketAddress) bound).getPort());
            }

            @Override
            public void close() {
                // The port goes with the socket.
            }
        };
    }

    private static InetSocketAddress resolve(Address address) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
    }

    @Override
    public void checkPeer(Channel channel) {
        // TCP knows nobody.
    }
}

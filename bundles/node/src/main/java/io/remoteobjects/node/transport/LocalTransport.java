package io.remoteobjects.node.transport;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;

import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;

/** Unix domain sockets, for the processes of one user on one machine. Both ends check that the other is the same user. */
final class LocalTransport implements Transport {

    private static final ChannelOption<UnixDomainPrincipal> PEER = NioChannelOption.of(ExtendedSocketOptions.SO_PEERCRED);

    @Override
    public Class<? extends ServerChannel> serverChannel() {
        return NioServerDomainSocketChannel.class;
    }

    @Override
    public Class<? extends Channel> channel() {
        return NioDomainSocketChannel.class;
    }

    @Override
    public boolean isTcp() {
        return false;
    }

    @Override
    public SocketAddress toConnect(Address address) throws IOException {
        Path socket = SocketFile.path(address.path());
        SocketFile.checkOwner(socket);
        return UnixDomainSocketAddress.of(socket);
    }

    @Override
    public Claim claim(Address address) throws IOException {
        SocketFile file = SocketFile.claim(address.path());
        return new Claim() {
            @Override
            public SocketAddress socketAddress() {
                return UnixDomainSocketAddress.of(file.socket());
            }

            @Override
            public Address bound(SocketAddress bound) throws IOException {
                Files.setPosixFilePermissions(file.socket(), PosixFilePermissions.fromString("rw-------"));
                return address;
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    @Override
    public void checkPeer(Channel channel) throws IOException {
        UnixDomainPrincipal peer = channel.config().getOption(PEER);
        String self = Owner.ofThisProcess();
        if (peer == null || !peer.user().getName().equals(self)) {
            throw new IOException("The process at the other end of " + channel + " runs as "
                    + (peer == null ? "an unknown user" : "user " + peer.user().getName()) + ", this one as " + self
                    + ". Local sockets serve one user; use a network address between users.");
        }
    }
}

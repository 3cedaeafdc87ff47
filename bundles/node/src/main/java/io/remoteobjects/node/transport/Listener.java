package io.remoteobjects.node.transport;

import java.io.IOException;

import io.netty.channel.Channel;

/** A socket that accepts connections, and the right to its address. */
public final class Listener implements AutoCloseable {

    private final Channel server;
    private final Transport.Claim claim;
    private final Address address;

    Listener(Channel server, Transport.Claim claim, Address address) {
        this.server = server;
        this.claim = claim;
        this.address = address;
    }

    /** {@return where others connect to: with the port that was chosen} */
    public Address address() {
        return address;
    }

    /** Stops to accept; connections live on. Returns when the address is free. */
    @Override
    public void close() throws IOException {
        server.close().awaitUninterruptibly();
        claim.close();
    }
}

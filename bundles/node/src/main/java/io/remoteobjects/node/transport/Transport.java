package io.remoteobjects.node.transport;

import java.io.IOException;
import java.net.SocketAddress;

import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;

/** One kind of stream socket. Each obeys the same contract, and the tests of the contract run over every one. */
interface Transport {

    /** {@return the transport for an address} */
    static Transport of(Address address) {
        return address.isLocal() ? new LocalTransport() : new TcpTransport();
    }

    /** {@return what makes listening channels} */
    Class<? extends ServerChannel> serverChannel();

    /** {@return what makes connecting channels} */
    Class<? extends Channel> channel();

    /** {@return whether TCP's options apply} */
    boolean isTcp();

    /**
     * @param address the address to connect to
     * @return it as the socket knows it
     * @throws IOException if it must not be connected to: what is there belongs to somebody else
     */
    SocketAddress toConnect(Address address) throws IOException;

    /**
     * Takes what is needed before an address can be listened on.
     *
     * @param address the address to listen on
     * @return the claim, closed after the listener
     * @throws IOException if another has it
     */
    Claim claim(Address address) throws IOException;

    /**
     * Refuses a peer whom the operating system says to be another user.
     *
     * @param channel a connected channel
     * @throws IOException if so
     */
    void checkPeer(Channel channel) throws IOException;

    /** The right to listen on an address. */
    interface Claim extends AutoCloseable {

        /** {@return the address as the socket knows it} */
        SocketAddress socketAddress();

        /**
         * @param bound where the socket was bound
         * @return the address others use
         * @throws IOException if the socket cannot be protected
         */
        Address bound(SocketAddress bound) throws IOException;

        @Override
        void close() throws IOException;
    }
}

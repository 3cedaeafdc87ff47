package io.remoteobjects.node.transport;

import java.io.IOException;
import java.net.BindException;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;

/** Opens sockets on event loops. */
public final class Transports implements AutoCloseable {

    /** Many replicas may come at once; what overflows the queue waits for a handshake that never comes. */
    private static final int ACCEPT_QUEUE = 4096;

    /** How long peers that read, if slowly, may take for what is on its way when the node is closed. */
    private static final long CLOSE_LIMIT_MILLIS = 10_000;

    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(256 * 1024, 1024 * 1024);

    private final EventLoopGroup loops;
    private final Limits limits;
    private final OutboundLimits outbound;
    private final OpenLinks open = new OpenLinks();

    /**
     * @param loops the event loops
     * @param limits what a peer may ask us to hold
     * @param outbound what may wait for a peer that does not read
     */
    public Transports(EventLoopGroup loops, Limits limits, OutboundLimits outbound) {
        this.loops = loops;
        this.limits = limits;
        this.outbound = outbound;
    }

    /**
     * @param name prefix of the threads' names
     * @param threads how many
     * @return event loops, to be given to {@link #stop}
     */
    public static EventLoopGroup startLoops(String name, int threads) {
        return new MultiThreadIoEventLoopGroup(threads, new LoopThread.Factory(name), NioIoHandler.newFactory());
    }

    /**
     * Stops event loops; what is open on them is closed. Waits for it.
     *
     * @param loops the event loops
     */
    public static void stop(EventLoopGroup loops) {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(10, TimeUnit.SECONDS);
    }

    /** {@return what a peer may ask us to hold} */
    public Limits limits() {
        return limits;
    }

    /** {@return what may wait for a peer, or of it} */
    public OutboundLimits outbound() {
        return outbound;
    }

    /** {@return an event loop, each in turn} */
    public EventLoop nextLoop() {
        return loops.next();
    }

    /**
     * Listens on an address.
     *
     * @param address where
     * @param generation what is spoken there
     * @param handlers makes the handler of each connection
     * @return the listener
     * @throws IOException if it cannot be: the address is in use, belongs to somebody else, or is open to the network unasked
     */
    public Listener listen(Address address, Generation generation, Supplier<LinkHandler> handlers) throws IOException {
        Transport transport = Transport.of(address);
        Transport.Claim claim = transport.claim(address);
        Channel server = null;
        try {
            ServerBootstrap bootstrap = new ServerBootstrap().group(loops).channel(transport.serverChannel())
                    .option(ChannelOption.SO_BACKLOG, ACCEPT_QUEUE)
                    .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                    .childHandler(new ChannelInitializer<Channel>() {
                        @Override
                        protected void initChannel(Channel channel) {
                            channel.pipeline().addLast(
                                    new Link(peerName(address, channel), generation, limits, outbound, transport, open, handlers));
                        }
                    });
            if (transport.isTcp()) {
                bootstrap.option(ChannelOption.SO_REUSEADDR, true).childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.SO_KEEPALIVE, true);
            }
            SocketAddress socketAddress = claim.socketAddress();
            // Not here: what Netty keeps for each thread would tie the caller's thread to its class loader for good.
            ChannelFuture bound = loops.next().submit(() -> bootstrap.bind(socketAddress)).syncUninterruptibly().getNow()
                    .awaitUninterruptibly();
            if (!bound.isSuccess()) {
                throw cannotListen(address, bound.cause());
            }
            server = bound.channel();
            Listener listener = new Listener(server, claim, claim.bound(server.localAddress()));
            server = null;
            claim = null;
            return listener;
        } finally {
            if (server != null) {
                server.close().awaitUninterruptibly();
            }
            if (claim != null) {
                claim.close();
            }
        }
    }

    private static IOException cannotListen(Address address, Throwable cause) {
        if (cause instanceof BindException) {
            return new IOException("Cannot listen on " + address + ": " + cause.getMessage()
                    + ". Stop what uses it, or choose another address in \"listen\".", cause);
        }
        return new IOException("Cannot listen on " + address + ": " + cause.getMessage(), cause);
    }

    private static String peerName(Address address, Channel channel) {
        SocketAddress remote = channel.remoteAddress();
        return address.isLocal() ? address + "#" + channel.id().asShortText() : "tcp:/" + remote;
    }

    /**
     * Connects to an address.
     *
     * @param address where
     * @param loop the event loop of the connection
     * @param timeoutMillis how long it may take
     * @param handler told of the connection once there is one
     * @return completes when there is a connection, exceptionally if there is none
     */
    public CompletableFuture<Void> connect(Address address, EventLoop loop, int timeoutMillis, LinkHandler handler) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        try {
            Transport transport = Transport.of(address);
            SocketAddress remote = transport.toConnect(address);
            // On the loop: one that is stopping refuses in silence, where Netty would log errors.
            loop.execute(() -> connect(address, transport, remote, loop, timeoutMillis, handler, result));
        } catch (IOException | RuntimeException refused) {
            result.completeExceptionally(refused);
        }
        return result;
    }

    private void connect(Address address, Transport transport, SocketAddress remote, EventLoop loop, int timeoutMillis,
            LinkHandler handler, CompletableFuture<Void> result) {
        Bootstrap bootstrap = new Bootstrap().group(loop).channel(transport.channel())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeoutMillis)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .handler(new Link(address.url(), null, limits, outbound, transport, open, () -> handler));
        if (transport.isTcp()) {
            bootstrap.option(ChannelOption.TCP_NODELAY, true).option(ChannelOption.SO_KEEPALIVE, true);
        }
        bootstrap.connect(remote).addListener(done -> {
            if (done.isSuccess()) {
                result.complete(null);
            } else {
                result.completeExceptionally(done.cause());
            }
        });
    }

    /**
     * Closes all connections between frames, and any that comes later. Waits for it, but not for a peer that has stopped to read. Not on
     * an event loop.
     */
    @Override
    public void close() {
        LoopThread.refuseToBlock("Closing connections");
        open.close(CLOSE_LIMIT_MILLIS);
    }
}

package io.remoteobjects.node.transport;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.packet.FrameReader;

/**
 * One connection, from the moment its channel exists. It cuts what arrives into frames, and keeps what cannot be written yet. All its
 * state belongs to the channel's event loop; every method but {@link #close}, {@link #loop}, {@link #peer} and, at a host, where it is
 * settled from the start, {@link #generation} must be called there.
 */
public final class Link extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private static final Logger WIRE = LoggerFactory.getLogger(WireLog.NAME);

    /** How long a closing connection may stand still: a peer that has stopped to read would keep us waiting for ever. */
    static final long CLOSE_PATIENCE_MILLIS = 2_000;

    private final Limits limits;
    private final OutboundLimits outbound;
    private final Transport transport;
    private final OpenLinks open;
    private final LinkHandler handler;
    private final String peer;
    private final Backlog backlog;
    private final WireLog wireLog;

    private Channel channel;
    private Generation generation;
    private WireInput input;
    private ByteBuf received;
    private boolean flushScheduled;
    private boolean connected;
    private boolean closing;
    private boolean closed;
    private boolean told;
    private Future<?> patience;
    private String closeReason = "the peer closed the connection";
    private long reads;

    /**
     * @param peer names the other end in messages
     * @param generation what is spoken; null to learn it from the host's first frame
     * @param limits what the peer may ask us to hold
     * @param outbound what may wait for a peer that does not read
     * @param transport what carries it
     * @param open knows it until it has ended
     * @param handler makes what is told of everything
     */
    Link(String peer, Generation generation, Limits limits, OutboundLimits outbound, Transport transport, OpenLinks open,
            Supplier<LinkHandler> handler) {
        this.peer = peer;
        this.generation = generation;
        this.limits = limits;
        this.outbound = outbound;
        this.backlog = new Backlog(outbound.conflateBytes());
        this.transport = transport;
        this.open = open;
        this.handler = handler.get();
        this.wireLog = new WireLog(WIRE, peer, limits, this.handler::types);
    }

    /** {@return the event loop that owns this link} */
    public EventLoop loop() {
        return channel.eventLoop();
    }

    /** {@return who is at the other end, for messages} */
    public String peer() {
        return peer;
    }

    /** {@return the generation spoken; null before the host's first frame} */
    public Generation generation() {
        return generation;
    }

    /** {@return how often something has arrived, be it a part of a frame: a peer that sends a large one is alive} */
    public long reads() {
        assert loop().inEventLoop();
        return reads;
    }

    /** {@return a buffer to encode into} */
    public ByteBuf allocate() {
        return channel.alloc().buffer();
    }

    /**
     * Sends frames encoded for several links.
     *
     * @param batch the frames; the caller keeps its reference
     */
    public void send(FrameBatch batch) {
        assert loop().inEventLoop();
        if (closed || closing) {
            return;
        }
        if (backlog.isEmpty() && channel.isWritable()) {
            write(batch.bytes().retainedDuplicate());
            scheduleFlush();
        } else {
            backlog.add(batch);
            checkBacklog();
        }
    }

    /**
     * Sends frames meant for this link alone.
     *
     * @param object whose frames they are: they stay in order with its others
     * @param frames whole frames; the reference is taken over
     */
    public void send(Object object, ByteBuf frames) {
        assert loop().inEventLoop();
        if (closed || closing) {
            frames.release();
        } else if (backlog.isEmpty() && channel.isWritable()) {
            write(frames);
            scheduleFlush();
        } else {
            backlog.add(object, FrameBatch.BARRIER, frames);
            checkBacklog();
        }
    }

    private void write(ByteBuf frames) {
        if (wireLog.isOn()) {
            wireLog.sent(frames, generation);
        }
        channel.write(frames, channel.voidPromise());
    }

    private void checkBacklog() {
        if (backlog.bytes() > outbound.closeBytes()) {
            LOG.warn("{} does not read: {} bytes wait for it, more than the limit of {}. The connection is closed; on its return it gets "
                    + "the current state.", peer, backlog.bytes(), outbound.closeBytes());
            close("the peer did not read: the limit of waiting bytes was passed");
        }
    }

    /** One flush for all that is written in a turn of the loop. */
    private void scheduleFlush() {
        if (!flushScheduled) {
            flushScheduled = true;
            loop().execute(this::flush);
        }
    }

    private void flush() {
        flushScheduled = false;
        channel.flush();
    }

    /**
     * Closes the link once what is written has left, so that the peer never sees a cut frame, and once the peer has closed its end: to
     * close with something unread would make the system throw away what the peer has not read yet. Any thread.
     *
     * @param reason for people to read
     */
    public void close(String reason) {
        if (loop().inEventLoop()) {
            closeHere(reason);
            return;
        }
        try {
            loop().execute(() -> closeHere(reason));
        } catch (RejectedExecutionException over) {
            LOG.debug("{} was closed with its event loop", peer);
        }
    }

    private void closeHere(String reason) {
        if (closing || closed) {
            return;
        }
        closing = true;
        closeReason = reason;
        backlog.release();
        if (!channel.isActive()) {
            channel.close();
            return;
        }
        tellClosed();
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> {
            if (written.isSuccess()) {
                ((DuplexChannel) channel).shutdownOutput();
            } else {
                channel.close();
            }
        });
        closeWhenStill(unsent());
    }

    private void closeWhenStill(long before) {
        patience = loop().schedule(() -> {
            long now = unsent();
            if (now < before) {
                closeWhenStill(now);
            } else {
                channel.close();
            }
        }, CLOSE_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A number that falls as long as the peer reads. */
    private long unsent() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes() - buffer.currentProgress();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
        open.add(this);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        connected = true;
        if (closing) {
            return;
        }
        try {
            transport.checkPeer(channel);
        } catch (IOException refused) {
            LOG.error("Refused the connection with {}: {}", peer, refused.getMessage());
            close(refused.getMessage());
            return;
        }
        handler.opened(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf more = (ByteBuf) message;
        if (closing || closed) {
            more.release();
            return;
        }
        reads++;
        accumulate(more);
        try {
            boolean whole = true;
            while (whole && !closing) {
                whole = readFrame();
            }
        } catch (WireException malformed) {
            refuse(malformed);
        } finally {
            if (received != null && !received.isReadable()) {
                received.release();
                received = null;
            }
        }
    }

    private void accumulate(ByteBuf more) {
        if (received == null) {
            received = more;
            return;
        }
        try {
            if (received.refCnt() > 1 || received.isReadOnly() || received.writableBytes() < more.readableBytes()) {
                ByteBuf larger = channel.alloc().buffer(Math.max(wanted(), received.readableBytes() + more.readableBytes()));
                larger.writeBytes(received);
                received.release();
                received = larger;
            }
            received.writeBytes(more);
        } finally {
            more.release();
        }
    }

    /** How much room a frame that comes in pieces gets, so that a large one is not copied again and again. */
    private int wanted() {
        // Twice what is there: a peer must not make us allocate by a mere number.
        return 2 * received.readableBytes();
    }

    private boolean readFrame() {
        if (received.readableBytes() < FrameReader.LENGTH_BYTES) {
            return false;
        }
        if (generation == null) {
            generation = FrameReader.detect(received);
        }
        int length = FrameReader.frameLength(received, generation, limits);
        if (length == FrameReader.INCOMPLETE) {
            return false;
        }
        int start = received.readerIndex() + FrameReader.LENGTH_BYTES;
        int end = start + length;
        if (input == null) {
            input = new WireInput(received, start, end, generation, limits);
        } else {
            input.reset(received, start, end);
        }
        if (wireLog.isOn()) {
            wireLog.received(received, start, end, generation);
        }
        handler.frame(this, input);
        if (received != null) {
            received.readerIndex(end);
        }
        return true;
    }

    private void refuse(WireException malformed) {
        LOG.error("Cannot read from {}: {} The connection is closed; no other is affected.", peer, malformed.getMessage());
        close("a frame made no sense: " + malformed.getMessage());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (!closed) {
            handler.caughtUp(this);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (!channel.isWritable() || backlog.isEmpty()) {
            return;
        }
        while (channel.isWritable()) {
            ByteBuf frames = backlog.poll();
            if (frames == null) {
                break;
            }
            write(frames);
        }
        scheduleFlush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        end();
    }

    private void end() {
        if (closed) {
            return;
        }
        closed = true;
        open.remove(this);
        if (patience != null) {
            patience.cancel(false);
        }
        backlog.release();
        ReferenceCountUtil.release(received);
        received = null;
        tellClosed();
    }

    /** As soon as nothing more is taken in or sent, not only when the peer has closed its end too. */
    private void tellClosed() {
        if (connected && !told) {
            told = true;
            handler.closed(this, closeReason);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("The connection with {} broke", peer, cause);
            if (!closing) {
                closeReason = "the connection broke: " + cause.getMessage();
            }
            channel.close();
        } else {
            LOG.error("The connection with {} is closed because of an error of ours", peer, cause);
            close("an error of ours: " + cause);
        }
    }
}

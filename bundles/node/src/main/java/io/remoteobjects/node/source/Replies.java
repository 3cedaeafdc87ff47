package io.remoteobjects.node.source;

import java.util.EnumMap;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.contract.SlotMember;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.packet.FramePrefix;
import io.remoteobjects.wire.packet.FrameReader;
import io.remoteobjects.wire.packet.InvokeReplyPacket;

/** Answers to one peer in a row, gathered into one buffer. Owned by the object's event loop. */
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final RemotedObject object;
    private final Map<Generation, FramePrefix> prefixes = new EnumMap<>(Generation.class);
    private HostSession session;
    private ByteBuf frames;

    Replies(RemotedObject object) {
        this.object = object;
    }

    /** Adds an answer; its slot is null if there is none. */
    void add(HostSession to, int serialId, SlotMember slot, Outcome outcome) {
        if (session != to) {
            send();
            session = to;
            frames = PooledByteBufAllocator.DEFAULT.buffer(256);
        }
        int start = frames.writerIndex();
        try {
            to.encoder().reply(frames, prefix(to.generation()), serialId, slot, outcome);
            checkSize(frames.writerIndex() - start);
        } catch (Throwable unfit) {
            frames.writerIndex(start);
            LOG.error("Cannot send the result of {}.{} to {}; the call is answered as failed.", object.name(),
                    slot.name(), to.peer(), unfit);
            to.encoder().reply(frames, prefix(to.generation()), serialId, slot, Outcome.failed(unfit));
        }
    }

    /** A caller can be told, which is better than that its node closes the connection. */
    private void checkSize(int bytes) {
        if (bytes - FrameReader.LENGTH_BYTES > object.maxFrameBytes()) {
            throw new IllegalArgumentException("The result takes " + bytes + " bytes, more than limits.frame.bytes, "
                    + object.maxFrameBytes() + ". Return less, or raise the limit on both sides.");
        }
    }

    private FramePrefix prefix(Generation generation) {
        return prefixes.computeIfAbsent(generation, each -> InvokeReplyPacket.prefix(each, object.name()));
    }

    void send() {
        if (session != null) {
            session.send(object, frames);
            session = null;
            frames = null;
        }
    }
}

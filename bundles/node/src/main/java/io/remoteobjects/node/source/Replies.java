package io.remoteobjects.node.source;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.contract.SlotMember;

/** Answers to one peer in a row, gathered into one buffer. Owned by the object's event loop. */
final class Replies {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private final RemotedObject object;
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
            to.encoder().reply(frames, object.name(), serialId, slot, outcome);
        } catch (RuntimeException unfit) {
            frames.writerIndex(start);
            LOG.error("Cannot send the result of {}.{} to {}; the call is answered as failed.", object.name(),
                    slot.name(), to.peer(), unfit);
            to.encoder().reply(frames, object.name(), serialId, slot, Outcome.failed(unfit));
        }
    }

    void send() {
        if (session != null) {
            session.send(object, frames);
            session = null;
            frames = null;
        }
    }
}

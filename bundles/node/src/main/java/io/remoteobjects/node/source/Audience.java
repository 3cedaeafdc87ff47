package io.remoteobjects.node.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.EventLoop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.contract.Member;
import io.remoteobjects.node.transport.FrameBatch;
import io.remoteobjects.wire.packet.FrameReader;

/** Those who get the changes of an object in one form: each change is encoded once for all of them. Owned by the object's loop. */
final class Audience {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);

    /** Bytes after which a batch is sent rather than grown. */
    private static final int BATCH_BYTES = 256 * 1024;

    /** Batches that may wait for other loops. */
    private static final int MAX_UNDER_WAY = 64;

    private final RemotedObject object;
    private final Encoder encoder;
    private final boolean dynamic;
    private final Map<EventLoop, List<HostSession>> sessions = new LinkedHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();

    /** Members of which was told already that they are too large. */
    private final Set<String> tooLarge = new HashSet<>();

    private FrameBatch batch;

    Audience(RemotedObject object, Form form) {
        this.object = object;
        this.encoder = new Encoder(object.name(), object.contract(), form.generation());
        this.dynamic = form.dynamic();
    }

    /** {@return whether other loops have yet to take so many batches that there should be no more for now} */
    boolean isBehind() {
        return underWay.get() > MAX_UNDER_WAY;
    }

    int size() {
        return sessions.values().stream().mapToInt(List::size).sum();
    }

    void admit(HostSession session, Object[] snapshot) {
        try {
            ByteBuf init = encoder.init(dynamic, snapshot);
            checkSize("values", init.readableBytes());
            if (session.isJavaPeer() && object.contract().hasPlainSlots()) {
                session.send(object, encoder.plain());
            }
            session.send(object, init);
        } catch (Throwable unfit) {
            LOG.error("Cannot send the values of {} to {}; its replica stays without. Mend what the record or list in them does.",
                    object.name(), session.peer(), unfit);
            return;
        }
        sessions.computeIfAbsent(session.loop(), loop -> new ArrayList<>()).add(session);
    }

    void remove(HostSession session) {
        List<HostSession> ofLoop = sessions.get(session.loop());
        if (ofLoop != null && ofLoop.remove(session) && ofLoop.isEmpty()) {
            sessions.remove(session.loop());
        }
    }

    void dismiss() {
        sessions.values().forEach(each -> each.forEach(session -> session.send(object, encoder.remove())));
        sessions.clear();
    }

    void change(int property, Object value) {
        add(property, object.contract().properties().get(property), () -> encoder.change(batch.bytes(), property, value));
    }

    void signal(int signal, Object arguments) {
        add(FrameBatch.BARRIER, object.contract().signals().get(signal), () -> encoder.signal(batch.bytes(), signal, arguments));
    }

    private void add(int slot, Member member, Runnable encode) {
        if (sessions.isEmpty()) {
            return;
        }
        if (batch == null) {
            batch = new FrameBatch(object, PooledByteBufAllocator.DEFAULT.buffer(1024));
        }
        int start = batch.bytes().writerIndex();
        try {
            encode.run();
            batch.endUnit(slot);
            checkSize(member.name(), batch.bytes().writerIndex() - start);
        } catch (Throwable unfit) {
            batch.bytes().writerIndex(start);
            LOG.error("Cannot send {}.{}; replicas keep what they have, and later changes go on. Mend what the record or list in it does.",
                    object.name(), member.name(), unfit);
        }
        if (batch.bytes().readableBytes() > BATCH_BYTES) {
            deliver();
        }
    }

    /** It is sent nevertheless: the peer may have another limit, or none as Qt, and must not take the last value for the current one. */
    private void checkSize(String what, int bytes) {
        if (bytes - FrameReader.LENGTH_BYTES > object.maxFrameBytes() && tooLarge.add(what)) {
            LOG.error("What is sent of {} ({}) takes {} bytes, more than limits.frame.bytes, {}. A peer with that limit closes the "
                    + "connection when it comes, and again each time it returns. Send less at a time, or raise the limit on both sides.",
                    object.name(), what, bytes, object.maxFrameBytes());
        }
    }

    void deliver() {
        FrameBatch full = batch;
        batch = null;
        if (full == null) {
            return;
        }
        if (full.isEmpty()) {
            full.release();
            return;
        }
        sessions.forEach((loop, ofLoop) -> {
            if (loop == object.loop()) {
                ofLoop.forEach(session -> session.link().send(full));
            } else {
                List<HostSession> then = List.copyOf(ofLoop);
                full.retain();
                underWay.incrementAndGet();
                try {
                    loop.execute(() -> {
                        underWay.decrementAndGet();
                        then.forEach(session -> session.link().send(full));
                        full.release();
                    });
                } catch (RejectedExecutionException over) {
                    full.release();
                }
            }
        });
        full.release();
    }
}

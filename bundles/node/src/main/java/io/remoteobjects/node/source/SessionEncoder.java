package io.remoteobjects.node.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;

import io.remoteobjects.node.contract.SlotMember;
import io.remoteobjects.node.dialect.Failure;
import io.remoteobjects.node.dialect.PlainValues;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.FramePrefix;
import io.remoteobjects.wire.packet.Handshake;
import io.remoteobjects.wire.packet.InvokeReplyPacket;
import io.remoteobjects.wire.packet.ObjectList;
import io.remoteobjects.wire.packet.Pong;
import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.Variant;

/** Encodes what a host says to one node. */
final class SessionEncoder {

    private final HostSession session;
    private final Generation generation;

    SessionEncoder(HostSession session) {
        this.session = session;
        this.generation = session.generation();
    }

    ByteBuf handshake() {
        return frame(Handshake::announce);
    }

    ByteBuf objectList(List<RemotedObject> objects) {
        List<ObjectList.Entry> entries = objects.stream().map(this::entry).toList();
        return frame(out -> new ObjectList(entries).write(out));
    }

    private ObjectList.Entry entry(RemotedObject object) {
        String signature = object.contract().signature(generation);
        return new ObjectList.Entry(object.name(), object.contract().typeName(),
                signature.isEmpty() ? null : signature.getBytes(StandardCharsets.US_ASCII));
    }

    ByteBuf pong(View name) {
        return frame(new Pong(name)::write);
    }

    private ByteBuf frame(Consumer<WireOutput> content) {
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.buffer();
        content.accept(new WireOutput(frame, generation));
        return frame;
    }

    /** Encodes an answer; a peer that knows no failures gets an invalid value, as from a Qt host. */
    void reply(ByteBuf into, FramePrefix prefix, int serialId, SlotMember slot, Outcome outcome) {
        WireOutput out = new WireOutput(into, generation);
        if (outcome.failure() != null && session.isJavaPeer()) {
            InvokeReplyPacket.write(out, prefix, serialId, Failure.TYPE, Failure.of(outcome.failure()));
        } else if (outcome.failure() != null || slot.returnType() == null) {
            InvokeReplyPacket.write(out, prefix, serialId, QtTypes.VARIANT, Variant.INVALID);
        } else if (outcome.result() instanceof PlainValues values) {
            InvokeReplyPacket.write(out, prefix, serialId, PlainValues.TYPE, values);
        } else {
            InvokeReplyPacket.write(out, prefix, serialId, slot.returnType(), slot.checkResult().apply(outcome.result()));
        }
    }
}

package io.remoteobjects.node.source;

import java.util.List;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;

import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.contract.Parameter;
import io.remoteobjects.node.contract.PropertyMember;
import io.remoteobjects.node.contract.SignalMember;
import io.remoteobjects.node.dialect.Dialect;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.FramePrefix;
import io.remoteobjects.wire.packet.InitDynamicPacket;
import io.remoteobjects.wire.packet.InitPacket;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.packet.PropertyChangePacket;
import io.remoteobjects.wire.packet.RemoveObject;
import io.remoteobjects.wire.type.QtType;

/** Encodes what happens to one object, in one generation. Owned by the object's event loop. */
final class Encoder {

    private final String name;
    private final Contract contract;
    private final Generation generation;
    private final WireOutput out;
    private final FramePrefix[] changes;
    private final FramePrefix[] signals;
    private final byte[][] notifications;
    private final List<QtType<Object>> propertyTypes;
    private final List<List<QtType<Object>>> signalTypes;

    Encoder(String name, Contract contract, Generation generation) {
        this.name = name;
        this.contract = contract;
        this.generation = generation;
        this.out = new WireOutput(Unpooled.EMPTY_BUFFER, generation);
        this.changes = contract.properties().stream().map(each -> PropertyChangePacket.prefix(generation, name, each.index()))
                .toArray(FramePrefix[]::new);
        this.signals = contract.signals().stream()
                .map(each -> InvokePacket.prefix(generation, name, each.index(), each.parameters().size())).toArray(FramePrefix[]::new);
        this.propertyTypes = contract.properties().stream().map(PropertyMember::type).toList();
        this.signalTypes = contract.signals().stream().map(each -> Parameter.types(each.parameters())).toList();
        this.notifications = contract.properties().stream().map(this::notification).toArray(byte[][]::new);
    }

    /**
     * The notify signal that follows a change. It carries no argument: a replica then takes the value it has just stored, so the value
     * crosses the wire once (qremoteobjectnode.cpp, Qt 5.15 and 6.4, on InvokePacket).
     */
    private byte[] notification(PropertyMember property) {
        if (property.notifySignal() < 0) {
            return new byte[0];
        }
        ByteBuf frame = Unpooled.buffer();
        InvokePacket.signal(new WireOutput(frame, generation), name, property.notifySignal(), property.index(), List.of());
        byte[] bytes = new byte[frame.readableBytes()];
        frame.readBytes(bytes);
        return bytes;
    }

    void change(ByteBuf into, int index, Object value) {
        out.reset(into);
        PropertyChangePacket.write(out, changes[index], propertyTypes.get(index), value);
        into.writeBytes(notifications[index]);
    }

    void signal(ByteBuf into, int index, Object carried) {
        SignalMember signal = contract.signals().get(index);
        out.reset(into);
        InvokePacket.write(out, signals[index], signalTypes.get(index), signal.toArguments().apply(carried), InvokePacket.NONE);
    }

    ByteBuf init(boolean dynamic, Object[] values) {
        Consumer<WireOutput> content = body -> {
            for (int i = 0; i < values.length; i++) {
                contract.properties().get(i).type().writeVariantOf(body, values[i]);
            }
        };
        return frame(frame -> {
            if (dynamic) {
                InitDynamicPacket.write(frame, name, contract.definition(generation), content);
            } else {
                InitPacket.write(frame, name, values.length, content);
            }
        });
    }

    /** What tells a peer of our kind that this is a plain service. */
    ByteBuf plain() {
        return frame(frame -> InvokePacket.signal(frame, name, Dialect.PLAIN_SIGNAL, InvokePacket.NONE, List.of()));
    }

    ByteBuf remove() {
        return frame(frame -> RemoveObject.write(frame, name));
    }

    private ByteBuf frame(Consumer<WireOutput> content) {
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.buffer();
        boolean whole = false;
        try {
            content.accept(new WireOutput(frame, generation));
            whole = true;
            return frame;
        } finally {
            if (!whole) {
                frame.release();
            }
        }
    }
}

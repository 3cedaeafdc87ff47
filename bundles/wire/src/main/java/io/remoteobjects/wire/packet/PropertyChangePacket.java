package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.QtType;

/**
 * A new property value, to be stored; the notify signal follows as an {@link InvokePacket}. Packet 8, host to node.
 *
 * @param name of the object
 * @param index of the property
 * @param value one QVariant, undecoded
 */
public record PropertyChangePacket(View name, int index, View value) implements Packet {

    static final int ID = 8;

    static PropertyChangePacket read(WireInput in) {
        return new PropertyChangePacket(in.readStringView(), in.readI32(), in.readView(in.remaining()));
    }

    /** Writes one. */
    public static void write(WireOutput out, String name, int index, QtType<?> type, Object value) {
        out.frame(ID, body -> {
            body.writeString(name);
            body.writeI32(index);
            type.writeVariantOf(body, value);
        });
    }

    /** {@return what all changes of a property begin with} */
    public static FramePrefix prefix(Generation generation, String name, int index) {
        return FramePrefix.of(generation, ID, start -> {
            start.writeString(name);
            start.writeI32(index);
        });
    }

    /** Writes one; if the value refuses, part of a frame is left behind. */
    public static void write(WireOutput out, FramePrefix prefix, QtType<Object> type, Object value) {
        int mark = prefix.begin(out);
        type.writeVariant(out, value);
        out.endFrame(mark);
    }

    @Override
    public void write(WireOutput out) {
        Names.frame(out, ID, name, rest -> {
            rest.writeI32(index);
            rest.writeRaw(value);
        });
    }

    @Override
    public int id() {
        return ID;
    }
}

package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.QtType;

/**
 * The result of a slot call. Packet 7, host to node.
 *
 * @param name of the object
 * @param serialId of the call
 * @param value one QVariant, undecoded; invalid for void slots
 */
public record InvokeReplyPacket(View name, int serialId, View value) implements Packet {

    static final int ID = 7;

    static InvokeReplyPacket read(WireInput in) {
        return new InvokeReplyPacket(in.readStringView(), in.readI32(), in.readView(in.remaining()));
    }

    /**
     * Writes one.
     *
     * @param type of the value; QVariant with a null value for void slots
     */
    public static void write(WireOutput out, String name, int serialId, QtType<?> type, Object value) {
        out.frame(ID, body -> {
            body.writeString(name);
            body.writeI32(serialId);
            type.writeVariantOf(body, value);
        });
    }

    /** {@return what all replies of an object begin with} */
    public static FramePrefix prefix(Generation generation, String name) {
        return FramePrefix.of(generation, ID, start -> start.writeString(name));
    }

    /** Writes one; if the value refuses, part of a frame is left behind. */
    public static void write(WireOutput out, FramePrefix prefix, int serialId, QtType<?> type, Object value) {
        int mark = prefix.begin(out);
        out.writeI32(serialId);
        type.writeVariantOf(out, value);
        out.endFrame(mark);
    }

    @Override
    public void write(WireOutput out) {
        Names.frame(out, ID, name, rest -> {
            rest.writeI32(serialId);
            rest.writeRaw(value);
        });
    }

    @Override
    public int id() {
        return ID;
    }
}

package io.remoteobjects.wire.packet;

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

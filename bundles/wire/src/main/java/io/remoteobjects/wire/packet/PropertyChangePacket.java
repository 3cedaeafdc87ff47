package io.remoteobjects.wire.packet;

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

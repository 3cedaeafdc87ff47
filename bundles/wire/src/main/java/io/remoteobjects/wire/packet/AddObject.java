package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/**
 * A node subscribes to an object. Packet 4, node to host. Sending it twice makes a Qt host send everything twice.
 *
 * @param name of the object
 * @param dynamic whether the node wants the class definition
 */
public record AddObject(View name, boolean dynamic) implements Packet {

    static final int ID = 4;

    static AddObject read(WireInput in) {
        return new AddObject(in.readStringView(), in.readBool());
    }

    /** Writes one. */
    public static void write(WireOutput out, String name, boolean dynamic) {
        out.frame(ID, body -> {
            body.writeString(name);
            body.writeBool(dynamic);
        });
    }

    @Override
    public void write(WireOutput out) {
        Names.frame(out, ID, name, rest -> rest.writeBool(dynamic));
    }

    @Override
    public int id() {
        return ID;
    }
}

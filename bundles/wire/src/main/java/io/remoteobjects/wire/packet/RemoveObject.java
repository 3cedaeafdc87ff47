package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/**
 * An object is no longer shared, or a replica is gone. Packet 5, both directions.
 *
 * @param name of the object
 */
public record RemoveObject(View name) implements Packet {

    static final int ID = 5;

    static RemoveObject read(WireInput in) {
        return new RemoveObject(in.readStringView());
    }

    /** Writes one. */
    public static void write(WireOutput out, String name) {
        Names.frame(out, ID, name);
    }

    @Override
    public void write(WireOutput out) {
        Names.frame(out, ID, name, rest -> { });
    }

    @Override
    public int id() {
        return ID;
    }
}

package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/**
 * A node asks whether the host is alive. Packet 10, node to host.
 *
 * @param name of the object
 */
public record Ping(View name) implements Packet {

    static final int ID = 10;

    static Ping read(WireInput in) {
        return new Ping(in.readStringView());
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

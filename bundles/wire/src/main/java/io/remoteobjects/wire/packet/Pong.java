package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/**
 * The answer to a {@link Ping}, with the same name. Packet 11, host to node.
 *
 * @param name of the object
 */
public record Pong(View name) implements Packet {

    static final int ID = 11;

    static Pong read(WireInput in) {
        return new Pong(in.readStringView());
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

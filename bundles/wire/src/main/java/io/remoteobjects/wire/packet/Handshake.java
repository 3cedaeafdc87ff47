package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/**
 * The host's first frame. Packet 1, host to node.
 *
 * @param protocol names the generation, see {@link io.remoteobjects.wire.Generation#ofProtocol}
 */
public record Handshake(String protocol) implements Packet {

    static final int ID = 1;

    static Handshake read(WireInput in) {
        return new Handshake(in.readString());
    }

    /** Writes the handshake of the output's generation. */
    public static void announce(WireOutput out) {
        new Handshake(out.generation().protocol()).write(out);
    }

    @Override
    public void write(WireOutput out) {
        out.frame(ID, body -> body.writeString(protocol));
    }

    @Override
    public int id() {
        return ID;
    }
}

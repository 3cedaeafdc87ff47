package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import java.util.List;
import java.util.function.Function;

/** Reads packets, by the one table of them. */
public final class Packets {

    record Codec<P extends Packet>(int id, Class<P> type, Function<WireInput, P> reader) {
    }

    static final List<Codec<?>> CODECS = List.of(
            new Codec<>(Handshake.ID, Handshake.class, Handshake::read),
            new Codec<>(InitPacket.ID, InitPacket.class, InitPacket::read),
            new Codec<>(InitDynamicPacket.ID, InitDynamicPacket.class, InitDynamicPacket::read),
            new Codec<>(AddObject.ID, AddObject.class, AddObject::read),
            new Codec<>(RemoveObject.ID, RemoveObject.class, RemoveObject::read),
            new Codec<>(InvokePacket.ID, InvokePacket.class, InvokePacket::read),
            new Codec<>(InvokeReplyPacket.ID, InvokeReplyPacket.class, InvokeReplyPacket::read),
            new Codec<>(PropertyChangePacket.ID, PropertyChangePacket.class, PropertyChangePacket::read),
            new Codec<>(ObjectList.ID, ObjectList.class, ObjectList::read),
            new Codec<>(Ping.ID, Ping.class, Ping::read),
            new Codec<>(Pong.ID, Pong.class, Pong::read));

    private Packets() {
    }

    /**
     * Reads one packet.
     *
     * @param in a whole frame without its length word
     * @return the packet; its views are into the input's buffer
     * @throws WireException for an unknown packet, one cut short, or one with bytes left
     */
    public static Packet read(WireInput in) {
        int start = in.position();
        int id = in.readU16();
        // ids are 1 to 11, in the table's order
        if (id < 1 || id > CODECS.size()) {
            throw new WireException("An unknown packet, number " + id, start, "The peer speaks a newer protocol or none at all.");
        }
        Packet packet = CODECS.get(id - 1).reader.apply(in);
        in.requireEnd();
        return packet;
    }
}

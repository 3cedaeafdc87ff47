package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.WireOutput;

/**
 * One message, decoded as far as it can be without an object's schema: ids, indices, and views of the name and of the undecoded values.
 * A packet with views is valid only while its frame is dispatched.
 */
public sealed interface Packet permits Handshake, InitPacket, InitDynamicPacket, AddObject, RemoveObject, InvokePacket, InvokeReplyPacket,
        PropertyChangePacket, ObjectList, Ping, Pong {

    /** {@return the number after the frame's length} */
    int id();

    /** Writes this packet as a whole frame, byte for byte as it came if it was received in the output's generation. */
    void write(WireOutput out);
}

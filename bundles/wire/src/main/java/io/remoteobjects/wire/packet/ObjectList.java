package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Objects that a host shares. Packet 9, host to node: all after the handshake, then each new one by itself.
 *
 * @param objects in the host's order; unmodifiable
 */
public record ObjectList(List<Entry> objects) implements Packet {

    static final int ID = 9;

    /** Three length words. */
    private static final int MIN_ENTRY_BYTES = 12;

    /** Copies the list. */
    public ObjectList {
        objects = List.copyOf(objects);
    }

    /**
     * One object.
     *
     * @param name of the object
     * @param typeName the class in the .rep file, null for objects without one
     * @param signature of the class as ASCII, null where there is none, which matches any
     */
    public record Entry(String name, String typeName, byte[] signature) {

        /** {@return the signature as text; empty where there is none} */
        public String signatureText() {
            return signature == null ? "" : new String(signature, StandardCharsets.US_ASCII);
        }
    }

    static ObjectList read(WireInput in) {
        int count = in.readCount(MIN_ENTRY_BYTES);
        List<Entry> objects = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            objects.add(new Entry(in.readString(), in.readString(), in.readBytes()));
        }
        return new ObjectList(objects);
    }

    @Override
    public void write(WireOutput out) {
        out.frame(ID, body -> {
            body.writeI32(objects.size());
            for (Entry object : objects) {
                body.writeString(object.name);
                body.writeString(object.typeName);
                body.writeBytes(object.signature);
            }
        });
    }

    @Override
    public int id() {
        return ID;
    }
}

package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.util.function.Consumer;

/**
 * The current value of every property, for a typed replica. Packet 2, host to node.
 *
 * @param name of the object
 * @param count of the values. A Qt node crashes if there are more than its class has properties.
 * @param values so many QVariants, undecoded
 */
public record InitPacket(View name, int count, View values) implements Packet {

    static final int ID = 2;

    static InitPacket read(WireInput in) {
        return new InitPacket(in.readStringView(), Values.readCount(in), in.readView(in.remaining()));
    }

    /**
     * Writes one.
     *
     * @param values writes so many QVariants
     */
    public static void write(WireOutput out, String name, int count, Consumer<WireOutput> values) {
        out.frame(ID, body -> {
            body.writeString(name);
            body.writeI32(count);
            values.accept(body);
        });
    }

    @Override
    public void write(WireOutput out) {
        Names.frame(out, ID, name, rest -> {
            rest.writeI32(count);
            rest.writeRaw(values);
        });
    }

    @Override
    public int id() {
        return ID;
    }
}

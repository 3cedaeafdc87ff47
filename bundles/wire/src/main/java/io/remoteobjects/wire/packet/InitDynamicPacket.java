package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The class definition of an object and the current value of every property, for a dynamic replica. Packet 3, host to node.
 *
 * @param name of the object
 * @param content class definition, count of values, values, undecoded
 */
public record InitDynamicPacket(View name, View content) implements Packet {

    static final int ID = 3;

    static InitDynamicPacket read(WireInput in) {
        return new InitDynamicPacket(in.readStringView(), in.readView(in.remaining()));
    }

    /**
     * Decodes the definition.
     *
     * @param then is given the definition and the input behind it, which goes on with the count and the QVariants
     */
    public void decode(Generation generation, Limits limits, BiConsumer<ClassDefinition, WireInput> then) {
        WireInput in = content.input(generation, limits);
        then.accept(ClassDefinition.read(in), in);
    }

    /**
     * Writes one.
     *
     * @param values writes so many QVariants as the definition has properties
     */
    public static void write(WireOutput out, String name, ClassDefinition definition, Consumer<WireOutput> values) {
        out.frame(ID, body -> {
            body.writeString(name);
            definition.write(body);
            body.writeI32(definition.properties().size());
            values.accept(body);
        });
    }

    @Override
    public void write(WireOutput out) {
        Names.frame(out, ID, name, rest -> rest.writeRaw(content));
    }

    @Override
    public int id() {
        return ID;
    }
}

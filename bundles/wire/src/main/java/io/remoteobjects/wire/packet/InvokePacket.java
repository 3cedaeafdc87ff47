package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.QtType;
import java.util.List;

/**
 * A slot call or property write (node to host), or a signal (host to node). Packet 6.
 *
 * @param name of the object
 * @param call {@link #CALL} for slots and signals, any other number for a property write
 * @param index of the slot, signal or property
 * @param arguments a count and so many QVariants, undecoded
 * @param serialId asks for a reply if not negative; {@link #NONE} in signals
 * @param propertyIndex the property whose change a signal announces, else {@link #NONE}
 */
public record InvokePacket(View name, int call, int index, View arguments, int serialId, int propertyIndex) implements Packet {

    /** The {@code call} of slots and signals. */
    public static final int CALL = 0;
    /** The {@code call} of property writes, as Qt sends it. */
    public static final int WRITE_PROPERTY = 2;
    /** No serial id, or no property. */
    public static final int NONE = -1;

    static final int ID = 6;

    /** The two numbers behind the arguments. */
    private static final int TRAILER_BYTES = 8;

    static InvokePacket read(WireInput in) {
        View name = in.readStringView();
        int call = in.readI32();
        int index = in.readI32();
        int argumentBytes = in.remaining() - TRAILER_BYTES;
        if (argumentBytes < Integer.BYTES) {
            throw new WireException("An InvokePacket cut short", in.position(), "Report it to the maker of the peer.");
        }
        return new InvokePacket(name, call, index, in.readView(argumentBytes), in.readI32(), in.readI32());
    }

    /** Writes a signal; {@code propertyIndex} is {@link #NONE} if it announces no change. */
    public static void signal(WireOutput out, String name, int index, int propertyIndex, List<? extends QtType<?>> types,
            Object... arguments) {
        write(out, name, CALL, index, types, arguments, NONE, propertyIndex);
    }

    /** Writes a slot call; {@code serialId} is {@link #NONE} if no reply is wanted. */
    public static void call(WireOutput out, String name, int index, int serialId, List<? extends QtType<?>> types,
            Object... arguments) {
        write(out, name, CALL, index, types, arguments, serialId, NONE);
    }

    /** Writes a property write, to which there is no reply. */
    public static void writeProperty(WireOutput out, String name, int property, QtType<?> type, Object value) {
        write(out, name, WRITE_PROPERTY, property, List.of(type), new Object[] {value}, NONE, NONE);
    }

    /** {@return what all calls of a slot, or all emissions of a signal, begin with} */
    public static FramePrefix prefix(Generation generation, String name, int index, int arguments) {
        return FramePrefix.of(generation, ID, start -> {
            start.writeString(name);
            start.writeI32(CALL);
            start.writeI32(index);
            start.writeI32(arguments);
        });
    }

    /** Writes a slot call or signal; if an argument refuses, part of a frame is left behind. */
    public static void write(WireOutput out, FramePrefix prefix, List<QtType<Object>> types, Object[] arguments, int serialId) {
        int mark = prefix.begin(out);
        for (int i = 0; i < arguments.length; i++) {
            types.get(i).writeVariant(out, arguments[i]);
        }
        out.writeI32(serialId);
        out.writeI32(NONE);
        out.endFrame(mark);
    }

    private static void write(WireOutput out, String name, int call, int index, List<? extends QtType<?>> types, Object[] arguments,
            int serialId, int propertyIndex) {
        out.frame(ID, body -> {
            body.writeString(name);
            body.writeI32(call);
            body.writeI32(index);
            body.writeI32(arguments.length);
            Values.write(body, types, arguments);
            body.writeI32(serialId);
            body.writeI32(propertyIndex);
        });
    }

    @Override
    public void write(WireOutput out) {
        Names.frame(out, ID, name, rest -> {
            rest.writeI32(call);
            rest.writeI32(index);
            rest.writeRaw(arguments);
            rest.writeI32(serialId);
            rest.writeI32(propertyIndex);
        });
    }

    @Override
    public int id() {
        return ID;
    }
}

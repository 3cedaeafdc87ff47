package io.remoteobjects.wire.packet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.EnumType;
import io.remoteobjects.wire.type.ModelTypes;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.RegistryTypes;
import io.remoteobjects.wire.type.SubObject;
import io.remoteobjects.wire.type.TypeRegistry;
import io.remoteobjects.wire.type.Variant;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decodes packets to values, nested blobs included, and encodes those again. The PODs are those of the recorded interfaces. */
final class Reencoder {

    /** Why a frame may look different when it is encoded again. */
    enum Difference {
        /** Qt 6 sets the null flag of values of user types that were made by default; we always write 0. */
        NULL_FLAG,
        /** Qt 5 sends invalid QVariants with null flag 0 sometimes; we always write 1. */
        INVALID_FLAG,
        /** Qt 6's dynamic replicas send no value for enum fields of PODs; it is read as 0. */
        LOST_ENUM_FIELDS,
        /** Qt's dynamic replicas wrap a QVariant argument in a QVariant; it is unwrapped on reading. */
        VARIANT_IN_VARIANT;

        static Optional<Difference> between(byte[] original, byte[] again, byte[] userType) {
            switch (original.length - again.length) {
                case 0:
                    return Arrays.equals(withFlags(original, userType, 0), again) ? Optional.of(NULL_FLAG)
                            : Arrays.equals(original, withFlags(again, new byte[4], 0)) ? Optional.of(INVALID_FLAG) : Optional.empty();
                case 5:
                    return Optional.of(VARIANT_IN_VARIANT);
                case -5:
                    return Optional.of(LOST_ENUM_FIELDS);
                default:
                    return Optional.empty();
            }
        }

        private static byte[] withFlags(byte[] frame, byte[] typeId, int flag) {
            byte[] patched = frame.clone();
            for (int i = 0; i < patched.length - typeId.length; i++) {
                if (Arrays.equals(patched, i, i + typeId.length, typeId, 0, typeId.length) && patched[i + typeId.length] == 1) {
                    patched[i + typeId.length] = (byte) flag;
                }
            }
            return patched;
        }
    }

    private static final Map<String, Map<String, String>> PODS = Map.of(
            "GeoPoint", fields("latitude", "double", "longitude", "double", "altitude", "float"),
            "PrintJob", fields("id", "int", "title", "QString", "pages", "QStringList", "duplex", "bool"),
            "Nested", fields("where", "GeoPoint", "label", "QString", "samples", "QList<int>"),
            "Track", fields("kind", "Track::Kind", "marks", "Track::Marks", "label", "QString"));

    private final Generation generation;
    private final TypeRegistry types;
    private final Map<Difference, Integer> differences = new EnumMap<>(Difference.class);

    Reencoder(Generation generation) {
        this.generation = generation;
        List<QtType<?>> registry = new ArrayList<>();
        for (String name : List.of("std::pair<QString,QRemoteObjectSourceLocationInfo>", "QRemoteObjectSourceLocations")) {
            registry.add(RegistryTypes.REGISTRY.find(name).orElseThrow());
        }
        registry.add(EnumType.generic("Track::Kind", 1));
        registry.add(EnumType.generic("Track::Marks", 4));
        this.types = ModelTypes.REGISTRY.with(registry).withPods(PODS);
    }

    private static Map<String, String> fields(String... namesAndTypes) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            fields.put(namesAndTypes[i], namesAndTypes[i + 1]);
        }
        return fields;
    }

    TypeRegistry types() {
        return types;
    }

    /** {@return how often frames and blobs came out different, by the reason} */
    Map<Difference, Integer> differences() {
        return differences;
    }

    void reencode(Packet packet, byte[] frame, String where) {
        ByteBuf buffer = Unpooled.buffer();
        reencode(packet, new WireOutput(buffer, generation));
        compare(frame, buffer, generation.littleEndian(), where);
    }

    private void compare(byte[] original, ByteBuf again, boolean littleEndian, String where) {
        byte[] bytes = ByteBufUtil.getBytes(again);
        if (!Arrays.equals(original, bytes)) {
            int id = generation.userTypeId();
            byte[] userType = ByteBuffer.allocate(4).putInt(littleEndian ? Integer.reverseBytes(id) : id).array();
            Difference difference = Difference.between(original, bytes, userType).orElseThrow(() -> new AssertionError(where
                    + " came out different:\n" + ByteBufUtil.hexDump(original) + "\n" + ByteBufUtil.hexDump(bytes)));
            differences.merge(difference, 1, Integer::sum);
        }
    }

    private void reencode(Packet packet, WireOutput out) {
        if (packet instanceof AddObject add) {
            AddObject.write(out, add.name().string(generation), add.dynamic());
        } else if (packet instanceof RemoveObject remove) {
            RemoveObject.write(out, remove.name().string(generation));
        } else if (packet instanceof Ping ping) {
            Ping.write(out, ping.name().string(generation));
        } else if (packet instanceof Pong pong) {
            Pong.write(out, pong.name().string(generation));
        } else if (packet instanceof InitPacket init) {
            List<Variant> values = values(input(init.values()), init.count(), types);
            InitPacket.write(out, init.name().string(generation), values.size(), body -> write(body, values));
        } else if (packet instanceof InitDynamicPacket init) {
            reencode(init, out);
        } else if (packet instanceof PropertyChangePacket change) {
            Variant value = values(input(change.value()), 1, types).get(0);
            PropertyChangePacket.write(out, change.name().string(generation), change.index(), types.variant(), value);
        } else if (packet instanceof InvokePacket invoke) {
            reencode(invoke, out);
        } else if (packet instanceof InvokeReplyPacket reply) {
            Variant value = values(input(reply.value()), 1, types).get(0);
            InvokeReplyPacket.write(out, reply.name().string(generation), reply.serialId(), types.variant(), value);
        } else {
            packet.write(out);
        }
    }

    private void reencode(InitDynamicPacket init, WireOutput out) {
        init.decode(generation, Limits.DEFAULT, (definition, in) -> {
            TypeRegistry known = definition.types(types);
            List<Variant> values = values(in, in.readCount(5), known);
            InitDynamicPacket.write(out, init.name().string(generation), definition, body -> write(body, values));
        });
    }

    private void reencode(InvokePacket invoke, WireOutput out) {
        WireInput in = input(invoke.arguments());
        List<Variant> arguments = values(in, in.readCount(5), types);
        List<QtType<Variant>> argumentTypes = Collections.nCopies(arguments.size(), types.variant());
        String name = invoke.name().string(generation);
        if (invoke.call() != InvokePacket.CALL) {
            InvokePacket.writeProperty(out, name, invoke.index(), types.variant(), arguments.get(0));
        } else if (invoke.propertyIndex() != InvokePacket.NONE) {
            InvokePacket.signal(out, name, invoke.index(), invoke.propertyIndex(), argumentTypes, arguments.toArray());
        } else {
            InvokePacket.call(out, name, invoke.index(), invoke.serialId(), argumentTypes, arguments.toArray());
        }
    }

    private WireInput input(View view) {
        return view.input(generation, Limits.DEFAULT);
    }

    private List<Variant> values(WireInput in, int count, TypeRegistry known) {
        List<Variant> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Variant value = known.variant().readVariant(in);
            if (value.value() instanceof SubObject object) {
                checkBlobs(object, known);
            }
            values.add(value);
        }
        in.requireEnd();
        return values;
    }

    private void write(WireOutput out, List<Variant> values) {
        values.forEach(value -> types.variant().writeVariant(out, value));
    }

    private void checkBlobs(SubObject object, TypeRegistry known) {
        TypeRegistry all = known;
        if (object.definition() != null && object.definition().length > 0) {
            WireInput in = WireInput.blob(object.definition(), generation, Limits.DEFAULT);
            if (object.kind() == SubObject.POD) {
                all = known.withPods(DefinitionTypes.pods(ClassDefinition.readPods(in)));
            } else {
                ClassDefinition definition = ClassDefinition.read(in);
                ByteBuf buffer = Unpooled.buffer();
                definition.write(WireOutput.blob(buffer, generation));
                compare(object.definition(), buffer, false, "definition of " + object.name());
                all = definition.types(known);
            }
            in.requireEnd();
        }
        if (!object.isNull()) {
            WireInput in = WireInput.blob(object.parameters(), generation, Limits.DEFAULT);
            ByteBuf buffer = Unpooled.buffer();
            WireOutput out = WireOutput.blob(buffer, generation);
            int count = 1;
            if (object.kind() != SubObject.POD) {
                count = in.readCount(5);
                out.writeI32(count);
            }
            write(out, values(in, count, all));
            compare(object.parameters(), buffer, false, "parameters of " + object.name());
        }
    }
}

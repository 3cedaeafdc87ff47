package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.type.Pod;
import io.remoteobjects.wire.type.SubObject;
import io.remoteobjects.wire.type.TypeRegistry;
import io.remoteobjects.wire.type.Variant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Prints packets with their values decoded, one line each, for traces. What cannot be decoded is told as such, never thrown. Shows what
 * users exchange, so it belongs into debug logs only.
 */
public final class PacketPrinter {

    private final TypeRegistry types;
    private final Generation generation;
    private final Limits limits;

    /**
     * @param types what user types are decoded by
     * @param generation of the packets
     * @param limits as for reading them
     */
    public PacketPrinter(TypeRegistry types, Generation generation, Limits limits) {
        this.types = types;
        this.generation = generation;
        this.limits = limits;
    }

    /** {@return the packet in one line} */
    public String print(Packet packet) {
        String kind = packet.getClass().getSimpleName();
        if (packet instanceof Handshake handshake) {
            return kind + " " + handshake.protocol();
        } else if (packet instanceof ObjectList list) {
            return kind + " " + objects(list);
        } else if (packet instanceof AddObject add) {
            return kind + " " + name(add.name()) + (add.dynamic() ? " dynamic" : "");
        } else if (packet instanceof RemoveObject remove) {
            return kind + " " + name(remove.name());
        } else if (packet instanceof Ping ping) {
            return kind + " " + name(ping.name());
        } else if (packet instanceof Pong pong) {
            return kind + " " + name(pong.name());
        } else if (packet instanceof InitPacket init) {
            return kind + " " + name(init.name()) + " " + values(init.values().input(generation, limits), init.count());
        } else if (packet instanceof InitDynamicPacket init) {
            return kind + " " + name(init.name()) + " " + dynamic(init);
        } else if (packet instanceof PropertyChangePacket change) {
            return kind + " " + name(change.name()) + " index=" + change.index() + " "
                    + values(change.value().input(generation, limits), 1);
        } else if (packet instanceof InvokePacket invoke) {
            return kind + " " + name(invoke.name()) + " call=" + invoke.call() + " index=" + invoke.index() + " " + arguments(invoke)
                    + " serialId=" + invoke.serialId() + " propertyIndex=" + invoke.propertyIndex();
        } else {
            InvokeReplyPacket reply = (InvokeReplyPacket) packet;
            return kind + " " + name(reply.name()) + " serialId=" + reply.serialId() + " "
                    + values(reply.value().input(generation, limits), 1);
        }
    }

    private String name(View name) {
        return name.string(generation);
    }

    private static String objects(ObjectList list) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        list.objects().forEach(object -> text.add(object.name() + ":" + object.typeName() + ":" + object.signatureText()));
        return text.toString();
    }

    private String dynamic(InitDynamicPacket init) {
        WireInput in = init.content().input(generation, limits);
        try {
            ClassDefinition definition = ClassDefinition.read(in);
            PacketPrinter inner = with(definition.types(types));
            return definition + " " + inner.values(in, Values.readCount(in));
        } catch (WireException undecodable) {
            return undecoded(in, undecodable);
        }
    }

    private String arguments(InvokePacket invoke) {
        WireInput in = invoke.arguments().input(generation, limits);
        try {
            return values(in, Values.readCount(in));
        } catch (WireException undecodable) {
            return undecoded(in, undecodable);
        }
    }

    private String values(WireInput in, int count) {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        try {
            for (int i = 0; i < count; i++) {
                text.add(text(types.variant().readVariant(in)));
            }
            in.requireEnd();
        } catch (WireException undecodable) {
            text.add(undecoded(in, undecodable));
        }
        return text.toString();
    }

    private String subObject(SubObject object) {
        String head = object.name() + ":" + object.typeName() + " ";
        if (object.isNull()) {
            return head + "null";
        }
        if (limits.maxDepth() == 1) {
            return head + "<nested too deep>";
        }
        boolean hasDefinition = object.definition() != null && object.definition().length > 0;
        WireInput in = blob(object.definition());
        try {
            if (object.kind() == SubObject.POD) {
                List<ClassDefinition.Gadget> pods = ClassDefinition.readPods(in);
                return head + pods + " " + with(types.withPods(DefinitionTypes.pods(pods))).values(blob(object.parameters()), 1);
            }
            ClassDefinition definition = hasDefinition ? ClassDefinition.read(in) : null;
            in = blob(object.parameters());
            PacketPrinter inner = with(definition == null ? types : definition.types(types));
            return head + (definition == null ? "" : definition + " ") + inner.values(in, Values.readCount(in));
        } catch (WireException undecodable) {
            return head + undecoded(in, undecodable);
        }
    }

    private WireInput blob(byte[] bytes) {
        return WireInput.blob(bytes == null ? new byte[0] : bytes, generation, limits);
    }

    /** One level less deep, because each blob is an input of its own. */
    private PacketPrinter with(TypeRegistry known) {
        int depth = Math.max(1, limits.maxDepth() - 1);
        return new PacketPrinter(known, generation, new Limits(limits.maxFrameBytes(), limits.maxElements(), depth));
    }

    private static String undecoded(WireInput in, WireException why) {
        return "<" + in.remaining() + " bytes undecoded: " + why.getMessage() + ">";
    }

    private String text(Object value) {
        if (value instanceof Variant variant) {
            return variant.isValid() ? variant.type().name() + " " + text(variant.value()) : "invalid";
        } else if (value instanceof SubObject object) {
            return subObject(object);
        } else if (value instanceof String text) {
            return '"' + text + '"';
        } else if (value instanceof byte[] bytes) {
            return "0x" + HexFormat.of().formatHex(bytes);
        } else if (value instanceof Pod pod) {
            return text(pod.fields());
        } else if (value instanceof List<?> list) {
            StringJoiner text = new StringJoiner(", ", "[", "]");
            list.forEach(item -> text.add(text(item)));
            return text.toString();
        } else if (value instanceof Map<?, ?> map) {
            StringJoiner text = new StringJoiner(", ", "{", "}");
            map.forEach((key, item) -> text.add((key instanceof String name ? name : text(key)) + "=" + text(item)));
            return text.toString();
        }
        return String.valueOf(value);
    }
}

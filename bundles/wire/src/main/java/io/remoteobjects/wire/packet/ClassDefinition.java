package io.remoteobjects.wire.packet;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.TypeRegistry;
import java.util.List;

/**
 * What a dynamic replica is told about its object: the part of {@link InitDynamicPacket} before the values, and the definition blob of
 * sub-objects. All lists are unmodifiable.
 *
 * @param typeName the class in the .rep file, null for plain QObjects
 * @param enums of the class
 * @param qtEnums names of Qt's own enums that are in use
 * @param gadgets PODs in use that were not described before
 * @param signals by signal index
 * @param methods by slot index
 * @param properties by property index
 */
public record ClassDefinition(String typeName, List<EnumDefinition> enums, List<String> qtEnums, List<Gadget> gadgets,
        List<Member> signals, List<Method> methods, List<Property> properties) {

    /** Copies the lists. */
    public ClassDefinition {
        enums = List.copyOf(enums);
        qtEnums = List.copyOf(qtEnums);
        gadgets = List.copyOf(gadgets);
        signals = List.copyOf(signals);
        methods = List.copyOf(methods);
        properties = List.copyOf(properties);
    }

    /**
     * An enum or flags type.
     *
     * @param name without scope
     * @param flag whether values may be combined
     * @param scoped whether it is an {@code enum class}
     * @param size in bytes, 0 if not told
     * @param keys in the order of declaration
     */
    public record EnumDefinition(String name, boolean flag, boolean scoped, int size, List<Key> keys) {

        /** Copies the list. */
        public EnumDefinition {
            keys = List.copyOf(keys);
        }

        /** {@return how many bytes its values take in a QVariant: those of an int if the size is not told, or no integer's} */
        public int bytes() {
            return size == Byte.BYTES || size == Short.BYTES ? size : Integer.BYTES;
        }
    }

    /** A key of an enum. */
    public record Key(String name, int value) {
    }

    /**
     * A POD.
     *
     * @param name of the POD
     * @param fields in the order of declaration
     * @param enums declared in the POD
     */
    public record Gadget(String name, List<Field> fields, List<EnumDefinition> enums) {

        /** Copies the lists. */
        public Gadget {
            fields = List.copyOf(fields);
            enums = List.copyOf(enums);
        }
    }

    /** A field of a POD. */
    public record Field(String name, String typeName) {
    }

    /**
     * A signal.
     *
     * @param signature normalized, as {@code fix(GeoPoint,GpsReceiver::FixQuality)}
     * @param parameterNames may hold empty names
     */
    public record Member(String signature, List<String> parameterNames) {

        /** Copies the list. */
        public Member {
            parameterNames = List.copyOf(parameterNames);
        }
    }

    /**
     * A slot.
     *
     * @param signature normalized, as {@code configure(int,QString)}
     * @param returnType {@code void} or empty if it returns nothing
     * @param parameterNames may hold empty names
     */
    public record Method(String signature, String returnType, List<String> parameterNames) {

        /** Copies the list. */
        public Method {
            parameterNames = List.copyOf(parameterNames);
        }

        /** {@return whether it returns nothing} */
        public boolean isVoid() {
            return returnType.isEmpty() || returnType.equals("void");
        }
    }

    /**
     * A property.
     *
     * @param name of the property
     * @param typeName in C++, with the Source's scope for its enums
     * @param notifySignature of the change signal, null if there is none
     */
    public record Property(String name, String typeName, String notifySignature) {
    }

    /** Reads one, from a packet or from a sub-object's blob. */
    public static ClassDefinition read(WireInput in) {
        return DefinitionCodec.read(in);
    }

    /**
     * Reads the definition of a POD that comes with a value: the blob of a sub-object value of the kind POD.
     *
     * @return the PODs in it
     */
    public static List<Gadget> readPods(WireInput blob) {
        return DefinitionCodec.readPods(blob);
    }

    /**
     * Makes the enums and PODs known under the names that they have in this definition.
     *
     * @param known the types known already
     * @return a registry that knows these as well; enums as numbers, PODs as {@link io.remoteobjects.wire.type.Pod}s
     */
    public TypeRegistry types(TypeRegistry known) {
        return DefinitionTypes.add(known, this);
    }

    /** Writes one. */
    public void write(WireOutput out) {
        DefinitionCodec.write(out, this);
    }
}

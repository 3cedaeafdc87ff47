package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/**
 * The value of a sub-object (CLASS) or model (MODEL) property, or a POD that travels with its definition; its two blobs undecoded.
 *
 * @param name of the object from now on, for example {@code Class::Station::gps}; null for a POD
 * @param typeName of the object; null for a POD
 * @param kind what it is
 * @param definition a class definition, big endian; null if the receiver has it already
 * @param isNull whether the Source's pointer is null; there are no parameters then
 * @param parameters a count and so many property values, big endian; the POD's one QVariant for {@link #POD}
 */
public record SubObject(String name, String typeName, int kind, byte[] definition, boolean isNull, byte[] parameters) {

    /** Kind of an object with a class. */
    public static final int OBJECT = 0;
    /** Kind of an item model. */
    public static final int MODEL = 1;
    /** Kind of a POD. */
    public static final int POD = 2;

    static QtType<SubObject> type() {
        return ValueType.of("QObject*", VariantHeader.user("QRemoteObjectPackets::QRO_"),
                new SubObject(null, null, OBJECT, null, true, null), SubObject::read, SubObject::write);
    }

    private static SubObject read(WireInput in) {
        String name = in.readString();
        String typeName = in.readString();
        int kind = in.readU8();
        byte[] definition = in.readBytes();
        boolean isNull = in.readBool();
        return new SubObject(name, typeName, kind, definition, isNull, isNull ? null : in.readBytes());
    }

    private static void write(WireOutput out, SubObject value) {
        out.writeString(value.name);
        out.writeString(value.typeName);
        out.writeU8(value.kind);
        out.writeBytes(value.definition);
        out.writeBool(value.isNull);
        if (!value.isNull) {
            out.writeBytes(value.parameters);
        }
    }
}

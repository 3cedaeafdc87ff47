package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireInput;
import java.math.BigInteger;

/** The built-in integers: enough of each to read one where a wider one, or an enum, is expected. */
enum IntegerKind {
    INT(2, 4, true),
    UINT(3, 4, false),
    QLONGLONG(4, 8, true),
    QULONGLONG(5, 8, false),
    LONG(32, 8, true),
    SHORT(33, 2, true),
    CHAR(34, 1, true),
    ULONG(35, 8, false),
    USHORT(36, 2, false),
    UCHAR(37, 1, false),
    SCHAR(40, 1, true);

    private final int id;
    private final int bytes;
    private final boolean signed;

    IntegerKind(int id, int bytes, boolean signed) {
        this.id = id;
        this.bytes = bytes;
        this.signed = signed;
    }

    int id() {
        return id;
    }

    /** {@return the kind with that QVariant type id, null if it is no integer} */
    static IntegerKind ofId(int id) {
        for (IntegerKind kind : values()) {
            if (kind.id == id) {
                return kind;
            }
        }
        return null;
    }

    /** {@return whether every value of the other kind is one of this kind} */
    boolean holds(IntegerKind other) {
        if (signed == other.signed) {
            return bytes >= other.bytes;
        }
        return signed && bytes > other.bytes;
    }

    /** Reads a bare value; of the unsigned eight-byte kinds the bits. */
    long read(WireInput in) {
        switch (bytes) {
            case 1:
                return signed ? (byte) in.readU8() : in.readU8();
            case 2:
                return signed ? in.readI16() : in.readU16();
            case 4:
                return signed ? in.readI32() : in.readI32() & 0xFFFF_FFFFL;
            default:
                return in.readI64();
        }
    }

    /** {@return the value whose bits were read, as it is} */
    BigInteger exact(long bits) {
        return signed || bits >= 0 ? BigInteger.valueOf(bits) : new BigInteger(Long.toUnsignedString(bits));
    }
}

package io.remoteobjects.wire.type;

import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/**
 * A type that can travel: how its values are written bare (as an element of a list) and inside a QVariant (as a property value, argument,
 * reply or POD field). Immutable and thread safe.
 *
 * @param <T> the Java class of its values
 */
public abstract class QtType<T> {

    private final String name;
    private final VariantHeader header;
    private final boolean nullable;

    QtType(String name, VariantHeader header, boolean nullable) {
        this.name = name;
        this.header = header;
        this.nullable = nullable;
    }

    /** {@return the name as Qt's type system has it, for example {@code qlonglong} or {@code QList<int>}} */
    public final String name() {
        return name;
    }

    /** {@return the type id in a QVariant} */
    public final int id(Generation generation) {
        return header.of(generation).id;
    }

    final VariantHeader header() {
        return header;
    }

    /** {@return whether its QVariants carry a name, because no id is reserved for it} */
    public final boolean isUserType(Generation generation) {
        return header.of(generation).isUserType();
    }

    /** {@return the name that a QVariant of it carries, null if it is not a user type} */
    public final String userName(Generation generation) {
        return header.of(generation).name;
    }

    /** {@return whether null is a value of it, as for strings, byte arrays, dates and variants} */
    public final boolean isNullable() {
        return nullable;
    }

    /** {@return the value that Qt makes without arguments; null for nullable types except QVariant} */
    public abstract T defaultValue();

    /**
     * Reads a bare value.
     *
     * @throws WireException when the bytes are no value of this type
     */
    public abstract T read(WireInput in);

    /**
     * Writes a bare value.
     *
     * @throws IllegalArgumentException for null, if this type has none
     */
    public abstract void write(WireOutput out, T value);

    /**
     * Reads a QVariant that should hold this type. Tolerates what Qt peers send: any null flag, a QVariant in the QVariant, a built-in type
     * sent by name, a name without its NUL, a narrower integer. An invalid QVariant reads as null if this type has null.
     *
     * @throws WireException when it holds another type
     */
    public T readVariant(WireInput in) {
        int start = in.position();
        VariantHeader.Form expected = header.of(in.generation());
        int id = in.readI32();
        in.skip(1);
        if (id == expected.id && (expected.nameBytes == null || in.readIfBytes(expected.nameBytes))) {
            return readHeaded(in);
        }
        return readOther(in, id, start);
    }

    private T readOther(WireInput in, int id, int start) {
        if (id == VariantHeader.INVALID) {
            if (nullable || in.discarding()) {
                return null;
            }
            throw mismatch(in, "no value (an invalid QVariant)", start);
        }
        if (id == VariantHeader.VARIANT) {
            in.enter();
            T value = readVariant(in);
            in.leave();
            return value;
        }
        if (id == in.generation().userTypeId()) {
            return readNamed(in, in.readCString(), start);
        }
        return readConverted(in, id, start);
    }

    /** Reads what follows a name in the header that is not the expected one byte by byte. */
    T readNamed(WireInput in, String userName, int start) {
        if (userName.equals(userName(in.generation()))) {
            return readHeaded(in);
        }
        String normalized = TypeName.normalize(userName);
        if (normalized.equals(name) || header.hasName(normalized)) {
            return read(in);
        }
        throw mismatch(in, userName, start);
    }

    /** Reads the value of another built-in type, if nothing is lost by that. */
    T readConverted(WireInput in, int id, int start) {
        throw mismatch(in, QtTypes.describe(id, in.generation()), start);
    }

    final WireException mismatch(WireInput in, String found, int start) {
        return new WireException("Expected " + name + " but the peer sent " + found, start,
                "Regenerate both sides from the same .rep file.");
    }

    /** Reads a QVariant that should hold this type and stands for a field of a POD. */
    T readField(WireInput in) {
        return readVariant(in);
    }

    /** Passes over a QVariant that should hold this type, without making a value of it, so that the values behind it can still be read. */
    public final void skipVariant(WireInput in) {
        in.discarding(true);
        try {
            readVariant(in);
        } finally {
            in.discarding(false);
        }
    }

    /** Writes a QVariant. A null of a nullable type is that type's own null, not an invalid QVariant. */
    public void writeVariant(WireOutput out, T value) {
        header.write(out);
        writeHeaded(out, value);
    }

    /** Reads what follows this type's own header: the bare value, unless that header stands for a wrapper. */
    T readHeaded(WireInput in) {
        return read(in);
    }

    /** Writes what follows this type's own header. */
    void writeHeaded(WireOutput out, T value) {
        write(out, value);
    }

    /**
     * Writes a QVariant of a value whose class is only known at run time.
     *
     * @throws ClassCastException when the value is of another Java class than this type's
     */
    @SuppressWarnings("unchecked")
    public final void writeVariantOf(WireOutput out, Object value) {
        writeVariant(out, (T) value);
    }

    /** {@return whether lists and maps of it travel in wrappers} */
    boolean isPod() {
        return false;
    }

    final T required(T value) {
        if (value == null) {
            throw new IllegalArgumentException("null is no value of " + name + ". Use a default value, or a type that has null.");
        }
        return value;
    }

    @Override
    public final String toString() {
        return name;
    }
}

package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/** A built-in integer; reads narrower ones too. */
final class IntegerType<T> extends QtType<T> {

    interface FromBits<T> {
        T value(long bits);
    }

    private final IntegerKind kind;
    private final FromBits<T> fromBits;
    private final ValueType.Writer<T> writer;

    IntegerType(String name, IntegerKind kind, FromBits<T> fromBits, ValueType.Writer<T> writer) {
        super(name, VariantHeader.builtIn(kind.id()), false);
        this.kind = kind;
        this.fromBits = fromBits;
        this.writer = writer;
    }

    @Override
    public T defaultValue() {
        return fromBits.value(0);
    }

    @Override
    public T read(WireInput in) {
        return fromBits.value(kind.read(in));
    }

    @Override
    T readConverted(WireInput in, int id, int start) {
        IntegerKind other = IntegerKind.ofId(id);
        if (other == null || !kind.holds(other)) {
            return super.readConverted(in, id, start);
        }
        return fromBits.value(other.read(in));
    }

    @Override
    public void write(WireOutput out, T value) {
        writer.write(out, required(value));
    }
}

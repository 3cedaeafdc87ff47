package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;

/** A type made of a name, a header, and a pair of functions. */
final class ValueType<T> extends QtType<T> {

    interface Reader<T> {
        T read(WireInput in);
    }

    interface Writer<T> {
        void write(WireOutput out, T value);
    }

    private final T defaultValue;
    private final Reader<T> reader;
    private final Writer<T> writer;

    private ValueType(String name, VariantHeader header, T defaultValue, Reader<T> reader, Writer<T> writer) {
        super(name, header, defaultValue == null);
        this.defaultValue = defaultValue;
        this.reader = reader;
        this.writer = writer;
    }

    static <T> QtType<T> of(String name, int id, T defaultValue, Reader<T> reader, Writer<T> writer) {
        return new ValueType<>(name, VariantHeader.builtIn(id), defaultValue, reader, writer);
    }

    static <T> QtType<T> nullable(String name, int id, Reader<T> reader, Writer<T> writer) {
        return new ValueType<>(name, VariantHeader.builtIn(id), null, reader, writer);
    }

    static <T> QtType<T> of(String name, VariantHeader header, T defaultValue, Reader<T> reader, Writer<T> writer) {
        return new ValueType<>(name, header, defaultValue, reader, writer);
    }

    @Override
    public T defaultValue() {
        return defaultValue;
    }

    @Override
    public T read(WireInput in) {
        return reader.read(in);
    }

    @Override
    public void write(WireOutput out, T value) {
        writer.write(out, isNullable() ? value : required(value));
    }
}

package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map.Entry;

/** Two values in a row: {@code std::pair<A,B>}. */
final class PairType<A, B> extends QtType<Entry<A, B>> {

    private final QtType<A> first;
    private final QtType<B> second;

    PairType(QtType<A> first, QtType<B> second) {
        super(name("std::pair", first, second), VariantHeader.user(name("QPair", first, second), name("std::pair", first, second)), false);
        this.first = first;
        this.second = second;
    }

    private static String name(String container, QtType<?> first, QtType<?> second) {
        return container + "<" + first.name() + "," + second.name() + ">";
    }

    @Override
    public Entry<A, B> defaultValue() {
        return new SimpleImmutableEntry<>(first.defaultValue(), second.defaultValue());
    }

    @Override
    public Entry<A, B> read(WireInput in) {
        A a = first.read(in);
        return new SimpleImmutableEntry<>(a, second.read(in));
    }

    @Override
    public void write(WireOutput out, Entry<A, B> pair) {
        first.write(out, required(pair).getKey());
        second.write(out, pair.getValue());
    }
}

package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import java.util.function.Function;

/**
 * A type that travels as another one and has another Java class: a set as a list, an Instant as a QDateTime.
 *
 * @param <T> the Java class of its values
 * @param <B> the Java class of the values of the type it travels as
 */
public final class ConvertedType<T, B> extends QtType<T> {

    private final QtType<B> base;
    private final Function<? super B, ? extends T> toJava;
    private final Function<? super T, ? extends B> fromJava;

    private ConvertedType(QtType<B> base, Function<? super B, ? extends T> toJava, Function<? super T, ? extends B> fromJava) {
        super(base.name(), base.header(), base.isNullable());
        this.base = base;
        this.toJava = toJava;
        this.fromJava = fromJava;
    }

    /**
     * @param base the type it travels as
     * @param toJava makes a value of one that was received; what it throws refuses the value received with a {@link WireException}
     * @param fromJava makes what travels
     * @return the type; null passes by both functions
     */
    public static <T, B> QtType<T> of(QtType<B> base, Function<? super B, ? extends T> toJava, Function<? super T, ? extends B> fromJava) {
        return new ConvertedType<>(base, toJava, fromJava);
    }

    @Override
    boolean isPod() {
        return base.isPod();
    }

    @Override
    public T defaultValue() {
        return converted(base.defaultValue());
    }

    @Override
    public T read(WireInput in) {
        int start = in.position();
        return received(in, base.read(in), start);
    }

    @Override
    public T readVariant(WireInput in) {
        int start = in.position();
        return received(in, base.readVariant(in), start);
    }

    @Override
    T readField(WireInput in) {
        int start = in.position();
        return received(in, base.readField(in), start);
    }

    private T received(WireInput in, B value, int start) {
        if (in.discarding()) {
            return null;
        }
        try {
            return converted(value);
        } catch (RuntimeException refused) {
            throw new WireException("The value of type " + name() + " received has no counterpart in Java (" + refused + ")", start,
                    "Send another value, or use a wider Java type.", refused);
        }
    }

    private T converted(B value) {
        return value == null ? null : toJava.apply(value);
    }

    @Override
    public void write(WireOutput out, T value) {
        base.write(out, travelling(value));
    }

    @Override
    public void writeVariant(WireOutput out, T value) {
        base.writeVariant(out, travelling(value));
    }

    private B travelling(T value) {
        return value == null ? null : fromJava.apply(value);
    }
}

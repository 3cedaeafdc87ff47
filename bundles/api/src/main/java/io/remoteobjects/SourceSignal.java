package io.remoteobjects;

import java.util.function.UnaryOperator;

import io.remoteobjects.spi.OrderDomain;
import io.remoteobjects.spi.SignalCell;
import io.remoteobjects.spi.SourceCell;

/** What {@link Signal#emitter} makes. */
final class SourceSignal<T> extends SignalCell<T> implements Signal.Emitter<T>, SourceCell {

    private volatile UnaryOperator<Object> check = UnaryOperator.identity();

    SourceSignal() {
        super(OrderDomain.ofSource());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void emit(T arguments) {
        fire((T) check.apply(arguments));
    }

    @Override
    public void check(UnaryOperator<Object> newCheck) {
        check = newCheck;
    }
}

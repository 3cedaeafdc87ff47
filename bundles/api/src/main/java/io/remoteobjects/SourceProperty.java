package io.remoteobjects;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.spi.OrderDomain;
import io.remoteobjects.spi.SourceCell;
import io.remoteobjects.spi.ValueCell;

/** What {@link Property#of} makes. */
final class SourceProperty<T> extends ValueCell<T> implements MutableProperty<T>, SourceCell {

    private volatile UnaryOperator<Object> check = UnaryOperator.identity();
    private volatile Consumer<? super T> pushHandler = this::set;

    SourceProperty(T initial) {
        super(OrderDomain.ofSource(), initial);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void set(T value) {
        store((T) check.apply(value));
    }

    @Override
    public void onPush(Consumer<? super T> handler) {
        pushHandler = Objects.requireNonNull(handler, "handler");
    }

    @Override
    public Promise<Void> push(T value) {
        try {
            pushHandler.accept(value);
            return Promises.resolved(null);
        } catch (Exception refused) {
            return Promises.failed(refused);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public void check(UnaryOperator<Object> newCheck) {
        check = newCheck;
        long seen;
        do {
            seen = version();
        } while (!store((T) newCheck.apply(get()), seen));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void pushed(Object value) {
        pushHandler.accept((T) value);
    }
}

package io.remoteobjects.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

import io.remoteobjects.Property;
import io.remoteobjects.Subscription;

/**
 * A property's current value. {@link #get} is a volatile read.
 *
 * @param <T> the type of the value
 */
public class ValueCell<T> extends Cell implements Property<T> {

    private volatile T value;
    private volatile long changedMillis = System.currentTimeMillis();

    /**
     * @param domain the domain the property belongs to
     * @param initial the first value
     */
    protected ValueCell(OrderDomain domain, T initial) {
        super(domain);
        value = initial;
    }

    @Override
    public final T get() {
        return value;
    }

    @Override
    public final Instant lastChanged() {
        return Instant.ofEpochMilli(changedMillis);
    }

    @Override
    public final Subscription observe(Consumer<? super T> listener) {
        Objects.requireNonNull(listener, "listener");
        OrderDomain locked = domain().lock();
        Listener added;
        try {
            added = add(listener);
            locked.deliver(this, value, new Listener[] {added}, false);
        } finally {
            locked.unlock();
        }
        return subscription(added);
    }

    @Override
    public final Subscription onChange(Consumer<? super T> listener) {
        Objects.requireNonNull(listener, "listener");
        OrderDomain locked = domain().lock();
        Listener added;
        try {
            added = add(listener);
        } finally {
            locked.unlock();
        }
        return subscription(added);
    }

    /**
     * Stores a value and tells listeners and taps, if it differs from the current one.
     *
     * @param newValue the value
     */
    protected final void store(T newValue) {
        Tap[] toWake;
        while (true) {
            T seen = value;
            // Outside the lock: equals may be the application's code.
            boolean equal = Objects.deepEquals(seen, newValue);
            OrderDomain locked = domain().lock();
            try {
                if (value != seen) {
                    continue;
                }
                if (equal) {
                    return;
                }
                value = newValue;
                changedMillis = System.currentTimeMillis();
                toWake = publish(locked, newValue);
            } finally {
                locked.unlock();
            }
            break;
        }
        wake(toWake);
    }

    @Override
    final boolean droppable() {
        return false;
    }
}

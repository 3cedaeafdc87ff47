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
        while (!replace(value, newValue)) {
            // Another thread was faster; what differs is looked at again.
            continue;
        }
    }

    /**
     * Does what {@link #store} does, but only in place of a given value.
     *
     * @param seen a value that {@link #get} returned
     * @param newValue the value
     * @return false if the current value is no longer that one, and nothing was done
     */
    protected final boolean replace(T seen, T newValue) {
        // Outside the lock: equals may be the application's code.
        boolean equal = Objects.deepEquals(seen, newValue);
        Tap[] toWake = NO_TAPS;
        OrderDomain locked = domain().lock();
        try {
            if (value != seen) {
                return false;
            }
            if (!equal) {
                value = newValue;
                changedMillis = System.currentTimeMillis();
                toWake = publish(locked, newValue);
            }
            return true;
        } finally {
            locked.unlock(toWake);
        }
    }

    @Override
    final boolean droppable() {
        return false;
    }
}

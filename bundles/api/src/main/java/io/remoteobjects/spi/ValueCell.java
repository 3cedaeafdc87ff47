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

    /** Changed under the domain's lock, and after the value: whoever reads it before the value reads no older one. */
    private volatile long version;

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
        return subscribe(listener, this::get);
    }

    @Override
    public final Subscription onChange(Consumer<? super T> listener) {
        return subscribe(listener, null);
    }

    /**
     * Stores a value and tells listeners and taps, if it differs from the current one.
     *
     * @param newValue the value
     */
    protected final void store(T newValue) {
        while (!store(newValue, version)) {
            // Another thread was faster; what differs is looked at again.
            continue;
        }
    }

    /** {@return how many values it had so far} */
    protected final long version() {
        return version;
    }

    /**
     * Does what {@link #store(Object)} does, unless there was another value meanwhile.
     *
     * @param newValue the value
     * @param seen what {@link #version} was before the value was found
     * @return false if there was another, and nothing was done
     */
    protected final boolean store(T newValue, long seen) {
        // Outside the lock: equals may be the application's code.
        boolean equal = Objects.deepEquals(value, newValue);
        Tap[] toWake = NO_TAPS;
        OrderDomain locked = domain().lock();
        try {
            if (version != seen) {
                return false;
            }
            if (!equal) {
                value = newValue;
                version = seen + 1;
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

package io.remoteobjects.spi;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.remoteobjects.Subscription;

/**
 * What properties and signals have in common: a place in an order domain, listeners, and the taps by which a runtime carries them away.
 */
public abstract class Cell {

    static final Tap[] NO_TAPS = {};

    private final OrderDomain domain;

    // guarded by the domain's lock
    private Listener[] listeners = Listener.NONE;
    private Tap[] taps = NO_TAPS;
    private boolean ended;

    Cell(OrderDomain domain) {
        this.domain = domain;
    }

    /** {@return the domain this cell was made in, which may have been united with others} */
    public final OrderDomain domain() {
        return domain;
    }

    /**
     * Starts to carry the changes of this cell away.
     *
     * @param tap gets every change from now on
     */
    public final void attach(Tap tap) {
        OrderDomain locked = domain.lock();
        try {
            taps = Arrays.copyOf(taps, taps.length + 1);
            taps[taps.length - 1] = tap;
        } finally {
            locked.unlock();
        }
    }

    /**
     * Stops to carry the changes of this cell away.
     *
     * @param tap gets none that comes after
     */
    public final void detach(Tap tap) {
        OrderDomain locked = domain.lock();
        try {
            taps = Arrays.stream(taps).filter(each -> each != tap).toArray(Tap[]::new);
        } finally {
            locked.unlock();
        }
    }

    /** Ends all subscriptions, those to come as well: listeners are told of no change any more, and an {@link EndListener} of the end. */
    public final void endSubscriptions() {
        OrderDomain locked = domain.lock();
        try {
            ended = true;
            for (Listener listener : listeners) {
                listener.close();
                listener.atEnd().ifPresent(locked::submit);
            }
            listeners = Listener.NONE;
        } finally {
            locked.unlock();
        }
    }

    /** Whether deliveries of this cell may be dropped when listeners are too slow; those of values are conflated instead. */
    abstract boolean droppable();

    /**
     * Adds a listener.
     *
     * @param consumer called in order
     * @param first what it is called with at once, taken under the domain's lock; null if nothing
     */
    final Subscription subscribe(Consumer<?> consumer, Supplier<?> first) {
        Listener listener = new Listener(Objects.requireNonNull(consumer, "listener"));
        OrderDomain locked = domain.lock();
        try {
            if (first != null) {
                locked.deliver(this, first.get(), new Listener[] {listener}, false);
            }
            if (ended) {
                listener.atEnd().ifPresent(locked::submit);
            } else {
                listeners = Arrays.copyOf(listeners, listeners.length + 1);
                listeners[listeners.length - 1] = listener;
            }
        } finally {
            locked.unlock();
        }
        return () -> unsubscribe(listener);
    }

    private void unsubscribe(Listener listener) {
        listener.close();
        OrderDomain locked = domain.lock();
        try {
            listeners = Arrays.stream(listeners).filter(each -> each != listener).toArray(Listener[]::new);
        } finally {
            locked.unlock();
        }
    }

    /** Queues a value for all listeners and taps; under the domain's lock. The result goes to its {@code unlock}. */
    final Tap[] publish(OrderDomain locked, Object value) {
        locked.deliver(this, value, listeners, !droppable());
        Tap[] toWake = NO_TAPS;
        for (Tap tap : taps) {
            if (tap.append(value)) {
                toWake = taps;
            }
        }
        return toWake;
    }

    static void wake(Tap[] taps) {
        for (Tap tap : taps) {
            tap.wake();
        }
    }
}

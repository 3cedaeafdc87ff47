package io.remoteobjects.spi;

import java.util.function.Consumer;

import io.remoteobjects.Signal;
import io.remoteobjects.Subscription;

/**
 * A signal's listeners and taps.
 *
 * @param <T> what the signal carries
 */
public class SignalCell<T> extends Cell implements Signal<T> {

    /** @param domain the domain the signal belongs to */
    public SignalCell(OrderDomain domain) {
        super(domain);
    }

    @Override
    public final Subscription connect(Consumer<? super T> listener) {
        return subscribe(listener, null);
    }

    /**
     * Tells listeners and taps.
     *
     * @param arguments what the signal carries; null for none
     */
    public final void fire(T arguments) {
        OrderDomain locked = domain().lock();
        Tap[] toWake = NO_TAPS;
        try {
            toWake = publish(locked, arguments);
        } finally {
            locked.unlock(toWake);
        }
    }

    @Override
    final boolean droppable() {
        return true;
    }
}

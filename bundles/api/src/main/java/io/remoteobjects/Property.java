package io.remoteobjects;

import java.time.Instant;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A value that a Source holds and every Replica mirrors. At a replica it is read from local memory and never waits.
 *
 * <p>All methods may be called from any thread. Listeners of one object (its properties and signals together) run one at a time and
 * in the order in which things happened at the Source, never under a lock and never re-entrantly. At a Source they run on a
 * thread that changes something; at a replica on an executor of the replica. A listener that is slow may miss intermediate values of
 * a property, never the last one; an exception it throws is logged and affects no other listener.
 *
 * @param <T> the type of the value: a primitive's wrapper, String, byte[], List, Map, java.time type, enum, record or Object
 * @see <a href="https://doc.qt.io/qt-6/qtremoteobjects-repc.html">Qt: PROP in .rep files</a>
 */
@ProviderType
public interface Property<T> {

    /** {@return the current value; at a replica the last one that arrived, or the default before the first} */
    T get();

    /** {@return when the current value was set at a Source, or arrived at a replica, by the clock of this machine} */
    Instant lastChanged();

    /**
     * Calls the listener with the current value and then with every later one, without a gap or a repetition between the two.
     *
     * @param listener called in order, see the type's description
     * @return closes to end the calls; ends by itself when the service of the replica goes
     */
    Subscription observe(Consumer<? super T> listener);

    /**
     * Calls the listener with every value that is set from now on.
     *
     * @param listener called in order, see the type's description
     * @return closes to end the calls; ends by itself when the service of the replica goes
     */
    Subscription onChange(Consumer<? super T> listener);

    /**
     * Makes a property for a Source to own.
     *
     * @param initial the first value; null only for types that have a null in Qt (String, byte[], date and time, Object)
     * @param <T> the type of the value
     * @return a property with that value
     */
    static <T> MutableProperty<T> of(T initial) {
        return new SourceProperty<>(initial);
    }
}

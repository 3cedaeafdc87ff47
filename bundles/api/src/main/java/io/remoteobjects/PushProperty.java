package io.remoteobjects;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

/**
 * A property that a replica may ask its Source to change (READPUSH in .rep; READWRITE with {@link ReadWrite}).
 *
 * @param <T> the type of the value
 */
@ProviderType
public interface PushProperty<T> extends Property<T> {

    /**
     * Asks the Source to take a value. The local value changes only when the Source's change arrives, and the Source may take
     * another value or none.
     *
     * @param value what is asked for; null only for types that have a null in Qt
     * @return resolved when the Source took the value, or where that is told to nobody, as of a {@link ReadWrite} property, when it was
     *     handed over; fails with what the Source threw, or a {@link LinkException}
     * @throws IllegalArgumentException if the value cannot be carried
     */
    Promise<Void> push(T value);
}

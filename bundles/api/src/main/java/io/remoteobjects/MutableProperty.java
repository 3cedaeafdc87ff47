package io.remoteobjects;

import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A property as its Source owns it; made by {@link Property#of}. It needs no runtime: without one it is an observable value.
 *
 * @param <T> the type of the value
 */
@ProviderType
public interface MutableProperty<T> extends PushProperty<T> {

    /**
     * Sets the value and tells listeners and replicas. Setting a value equal to the current one does nothing. Never blocks on I/O. A
     * thread that makes changes much faster than they can be sent may be held back, up to a second a call, never on an event loop.
     *
     * @param value the new value; an {@link java.time.Instant} is cut to milliseconds while the Source is remoted, as Qt has no finer
     * @throws IllegalArgumentException if the Source is remoted and the value cannot be carried: null for a type without a null
     */
    void set(T value);

    /**
     * Replaces what happens when a replica pushes a value. The default is {@link #set}. A handler may set another value (clamp), or
     * refuse by throwing: the message of the exception reaches a Java caller.
     *
     * @param handler called with the value asked for, on the executor of the Source's slots
     */
    void onPush(Consumer<? super T> handler);
}

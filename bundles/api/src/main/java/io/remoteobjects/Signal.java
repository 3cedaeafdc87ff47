package io.remoteobjects;

import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Something that happens at a Source and is told to every replica connected at that moment. Threads and order are those of
 * {@link Property}.
 *
 * @param <T> what it carries: a record that implements {@link Arguments} stands for an argument list, {@link Void} for none, any
 *     other type for one argument
 * @see <a href="https://doc.qt.io/qt-6/qtremoteobjects-repc.html">Qt: SIGNAL in .rep files</a>
 */
@ProviderType
public interface Signal<T> {

    /**
     * Calls the listener each time the signal is emitted from now on. Of tens of thousands that wait because listeners of the object are
     * too slow the oldest are dropped, and a warning tells how many.
     *
     * @param listener called in order with what the signal carries, null for {@link Void}
     * @return closes to end the calls; ends by itself when the service of the replica goes
     */
    Subscription connect(Consumer<? super T> listener);

    /**
     * Makes a signal for a Source to emit.
     *
     * @param <T> what it carries
     * @return an emitter without listeners
     */
    static <T> Emitter<T> emitter() {
        return new SourceSignal<>();
    }

    /**
     * A signal as its Source owns it; made by {@link Signal#emitter}.
     *
     * @param <T> what it carries
     */
    @ProviderType
    interface Emitter<T> extends Signal<T> {

        /**
         * Tells listeners and replicas. Never blocks on I/O. A thread that emits much faster than can be sent is held back, up to a
         * second a call, never on an event loop.
         *
         * @param arguments what to tell; null for {@link Void}
         * @throws IllegalArgumentException if the Source is remoted and the arguments cannot be carried
         */
        void emit(T arguments);
    }

    /** Marks a record whose components are the arguments of a signal, in order. */
    interface Arguments {
    }
}

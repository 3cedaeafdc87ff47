package io.remoteobjects;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

import io.remoteobjects.spi.Handles;

/**
 * The handle of a replica: how it stands with its Source. In OSGi it is a service of its own with the properties
 * {@code remoteobjects.name}, {@code remoteobjects.type} and {@code remoteobjects.state}, and stays registered through an outage,
 * while the typed service comes and goes with {@link State#VALID}.
 *
 * @see <a href="https://doc.qt.io/qt-6/qremoteobjectreplica.html">QRemoteObjectReplica</a>
 */
@ProviderType
public interface Replica {

    /** How a replica stands with its Source; the order and meaning are Qt's. */
    enum State {
        /** A dynamic replica that has not yet heard of its Source: it has no members. */
        UNINITIALIZED,
        /** A typed replica that has not yet heard of its Source: properties hold their defaults. */
        DEFAULT,
        /** Connected; properties are those of the Source. */
        VALID,
        /** The Source went away; properties hold their last values. */
        SUSPECT,
        /** The Source's interface is another one than this replica's. */
        SIGNATURE_MISMATCH;

        /** {@return its name in Qt, which is that in service properties, events and commands, for example {@code Valid}} */
        public String qtName() {
            return Arrays.stream(name().split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }
    }

    /** {@return the object name of the Source} */
    String name();

    /** {@return the QtRO type name; empty while unknown} */
    String type();

    /** {@return the current state} */
    State state();

    /** {@return whether the state is {@link State#VALID}} */
    default boolean isValid() {
        return state() == State.VALID;
    }

    /**
     * Calls the listener with every later state, in order with the replica's properties and signals.
     *
     * @param listener called as the listeners of {@link Property} are
     * @return closes to end the calls
     */
    Subscription onStateChange(Consumer<? super State> listener);

    /** {@return resolved with this replica as soon as it is valid; fails if its interface does not match, or it is released} */
    Promise<Replica> whenValid();

    /**
     * Finds the handle behind a service.
     *
     * @param service a replica's service object, or a local Source
     * @return the replica's handle; for a local Source one that is always valid
     */
    static Replica of(Object service) {
        return Handles.handleOf(service);
    }
}

package io.remoteobjects;

import java.util.List;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

/**
 * A replica that nobody has an interface for: its members are found by the names the Source tells.
 *
 * <p>Values have natural Java types: Integer, Long, Double, Boolean, String, byte[], java.time types, List, Map; a POD is a Map of
 * its fields in order; an enum an Integer.
 *
 * @see <a href="https://doc.qt.io/qt-6/qremoteobjectdynamicreplica.html">QRemoteObjectDynamicReplica</a>
 */
@ProviderType
public interface DynamicReplica extends Replica {

    /** {@return the members in the order of the wire; empty before the replica was first valid} */
    Schema schema();

    /**
     * Reads a property from local memory.
     *
     * @param property its name
     * @return the last value that arrived
     * @throws IllegalArgumentException if there is no such property; the message lists those there are
     */
    Object get(String property);

    /**
     * Asks the Source to take a value.
     *
     * @param property its name
     * @param value what is asked for; converted to the declared type where nothing is lost
     * @return resolved when the request was handed over (Qt confirms no property writes) or, for a push slot, answered
     * @throws IllegalArgumentException if there is no such property or the value does not fit its type
     */
    Promise<Void> push(String property, Object value);

    /**
     * Calls a slot.
     *
     * @param slot its name, or its signature where the name is overloaded
     * @param arguments converted to the declared types where nothing is lost
     * @return the result, null for void
     * @throws IllegalArgumentException if no slot fits; the message lists those there are
     */
    Promise<Object> call(String slot, Object... arguments);

    /**
     * As {@link Property#observe}, by name.
     *
     * @param property its name
     * @param listener called as the listeners of {@link Property} are
     * @return closes to end the calls
     */
    Subscription observe(String property, Consumer<Object> listener);

    /**
     * As {@link Signal#connect}, by name.
     *
     * @param signal its name, or its signature where the name is overloaded
     * @param listener called with the arguments
     * @return closes to end the calls
     */
    Subscription connect(String signal, Consumer<List<Object>> listener);

    /**
     * The members of a remote object, each list in the order of the wire.
     *
     * @param properties its properties
     * @param signals its signals, change signals of properties included
     * @param slots its slots, push slots included
     */
    record Schema(List<Member> properties, List<Member> signals, List<Member> slots) {
    }

    /**
     * One member of a remote object.
     *
     * @param name the plain name
     * @param type a property's type or a slot's return type as Qt writes it; {@code void} for signals
     * @param parameters the parameters' types as Qt writes them; empty for properties
     */
    record Member(String name, String type, List<String> parameters) {

        /** {@return name and parameter types, as Qt writes a signature} */
        public String signature() {
            return name + "(" + String.join(",", parameters) + ")";
        }
    }
}

package io.remoteobjects.topology.imports;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.Replica;
import io.remoteobjects.Subscription;
import io.remoteobjects.node.NamedReplica;
import io.remoteobjects.node.Node;

/**
 * The handles of acquired objects as services: one an object, from the first import of it until nobody asks for it any more, or it is found
 * at another address, and the linger time is over, outages included. Confined to the thread of the topology manager, but for {@link #isHeld}.
 */
final class Handles {

    /** How often it is looked whether somebody asks still, at most. */
    private static final long LOOK_MILLIS = 1_000;

    private final BundleContext context;
    private final Executor work;
    private final Timers timers;
    private final LongSupplier lingerMillis;
    private final Map<List<String>, Handle> handles = new ConcurrentHashMap<>();

    Handles(BundleContext context, Executor work, Timers timers, LongSupplier lingerMillis) {
        this.context = context;
        this.work = work;
        this.timers = timers;
        this.lingerMillis = lingerMillis;
    }

    /**
     * @param node acquires it
     * @param name the object's name
     * @param url where its host listens
     * @param wanted whether somebody still asks for it
     * @return the handle, to be released
     */
    Handle retain(Node node, String name, String url, BooleanSupplier wanted) {
        Handle handle = handles.computeIfAbsent(List.of(name, url), key -> new Handle(key, node.acquireDynamic(name, url)));
        handle.retain(wanted);
        return handle;
    }

    /** {@return whether an object's last values are kept; any thread} */
    boolean isHeld(String name, String url) {
        return handles.containsKey(List.of(name, url));
    }

    void closeAll() {
        List.copyOf(handles.values()).forEach(Handle::close);
    }

    /** A replica that stands for an object, whatever becomes of its Source. */
    final class Handle {

        private final List<String> key;
        private final NamedReplica held;
        private final Subscription states;
        private final ServiceRegistration<?> registration;
        private int users;
        private BooleanSupplier wanted;
        private Runnable expiry = () -> { };
        private boolean closed;

        private Handle(List<String> key, NamedReplica held) {
            this.key = key;
            this.held = held;
            // Before its properties are read, or a change in between would never be shown.
            states = held.replica().onStateChange(state -> work.execute(this::show));
            registration = context.registerService(new String[] {Replica.class.getName(), DynamicReplica.class.getName()}, held.replica(),
                    properties());
        }

        private Dictionary<String, Object> properties() {
            DynamicReplica replica = held.replica();
            return new Hashtable<>(Map.of(Names.NAME, replica.name(), Names.TYPE, replica.type(), Names.URL, key.get(1),
                    Names.STATE, replica.state().qtName()));
        }

        private void show() {
            if (!closed) {
                registration.setProperties(properties());
            }
        }

        private void retain(BooleanSupplier isWanted) {
            wanted = isWanted;
            users++;
            expiry.run();
        }

        void release() {
            users--;
            if (users == 0 && !closed) {
                linger(lingerMillis.getAsLong());
            }
        }

        private void linger(long millis) {
            expiry = timers.schedule(() -> {
                if (wanted.getAsBoolean() && !isElsewhere()) {
                    linger(Math.max(lingerMillis.getAsLong(), LOOK_MILLIS));
                } else {
                    close();
                }
            }, millis);
        }

        /** A container may come back at ever new addresses. */
        private boolean isElsewhere() {
            return handles.values().stream().anyMatch(each -> each.users > 0 && each.key.get(0).equals(key.get(0)));
        }

        private void close() {
            if (!closed) {
                closed = true;
                expiry.run();
                handles.remove(key);
                states.close();
                registration.unregister();
                held.close();
            }
        }
    }
}

package io.remoteobjects.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.Subscription;
import io.remoteobjects.node.registry.RegistryListener;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.wire.type.SourceLocation;

/**
 * What all registries of a node know, by name, and what the hosts offer that it is told to connect to. Any thread; changes come on the
 * node's one work thread.
 */
final class Locations {

    private static final Logger LOG = LoggerFactory.getLogger(Locations.class);

    private final Consumer<ObjectLocation> seen;

    // guarded by this
    private final Map<String, List<ObjectLocation>> known = new LinkedHashMap<>();
    private final List<LocationListener> listeners = new ArrayList<>();

    /** @param seen told of every location that is added, before listeners are */
    Locations(Consumer<ObjectLocation> seen) {
        this.seen = seen;
    }

    synchronized List<ObjectLocation> all() {
        return known.values().stream().flatMap(List::stream).toList();
    }

    /** {@return the hosts that are said to offer an object} */
    synchronized Collection<Address> of(String name) {
        return known.getOrDefault(name, List.of()).stream().map(each -> Address.parse(each.url())).toList();
    }

    /** Tells of all that is known and of every later change; on the executor, which also changes, so nothing falls in between. */
    Subscription observe(LocationListener listener, Executor work) {
        work.execute(() -> {
            List<ObjectLocation> now;
            synchronized (this) {
                listeners.add(listener);
                now = all();
            }
            now.forEach(listener::added);
        });
        return () -> {
            synchronized (this) {
                listeners.remove(listener);
            }
        };
    }

    /**
     * A host that no registry need know offers these objects and no others. On the work thread.
     *
     * @param host where it is
     * @param types QtRO type names by object name
     */
    void offered(Address host, Map<String, String> types) {
        List<ObjectLocation> gone = new ArrayList<>();
        List<ObjectLocation> come = new ArrayList<>();
        synchronized (this) {
            known.values().forEach(named -> named.removeIf(each -> each.registry().isEmpty() && each.url().equals(host.url())
                    && !Objects.equals(each.type(), types.get(each.name())) && gone.add(each)));
            known.values().removeIf(List::isEmpty);
            types.forEach((name, type) -> {
                ObjectLocation location = new ObjectLocation(name, type, host.url(), "");
                List<ObjectLocation> named = known.computeIfAbsent(name, any -> new ArrayList<>());
                if (!named.contains(location)) {
                    named.add(location);
                    come.add(location);
                }
            });
        }
        gone.forEach(each -> listeners().forEach(listener -> listener.removed(each)));
        come.forEach(each -> listeners().forEach(listener -> listener.added(each)));
    }

    private synchronized List<LocationListener> listeners() {
        return List.copyOf(listeners);
    }

    /** {@return what a registry knew of a name; null if it did not know it} */
    private synchronized ObjectLocation forget(Address registry, String name) {
        List<ObjectLocation> named = known.getOrDefault(name, List.of());
        for (ObjectLocation each : named) {
            if (each.registry().equals(registry.url())) {
                named.remove(each);
                if (named.isEmpty()) {
                    known.remove(name);
                }
                return each;
            }
        }
        return null;
    }

    RegistryListener listener(Address registry) {
        return new RegistryListener() {
            @Override
            public void added(String name, SourceLocation location) {
                removed(name, location);
                ObjectLocation added;
                try {
                    String url = Address.parse(String.valueOf(location.hostUrl())).url();
                    added = new ObjectLocation(name, location.typeName() == null ? "" : location.typeName(), url, registry.url());
                } catch (IllegalArgumentException unknown) {
                    LOG.warn("The registry at {} knows {}, but where it is makes no sense here: {}", registry, name, unknown.getMessage());
                    return;
                }
                synchronized (Locations.this) {
                    known.computeIfAbsent(name, any -> new ArrayList<>()).add(added);
                }
                seen.accept(added);
                listeners().forEach(each -> each.added(added));
            }

            @Override
            public void removed(String name, SourceLocation location) {
                ObjectLocation removed = forget(registry, name);
                if (removed != null) {
                    listeners().forEach(each -> each.removed(removed));
                }
            }
        };
    }
}

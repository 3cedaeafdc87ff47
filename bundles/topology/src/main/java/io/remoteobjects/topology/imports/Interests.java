package io.remoteobjects.topology.imports;

import java.util.Collection;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;

/**
 * What the bundles here ask for: service listeners until they are removed, look-ups for a while after the last one. Changed by one thread
 * only, read by any.
 */
final class Interests {

    /** How long a look-up counts. */
    static final long LOOK_UP_MILLIS = 5 * 60_000;

    private final LongSupplier nowMillis;
    private final Map<Object, Interest> listeners = new ConcurrentHashMap<>();
    private final Map<Interest, Long> lookUps = new ConcurrentHashMap<>();

    /** @param nowMillis a clock that never goes back, in milliseconds */
    Interests(LongSupplier nowMillis) {
        this.nowMillis = nowMillis;
    }

    /** A listener is there; {@code key} tells it from all others. */
    void listenerAdded(Object key, Interest interest) {
        listeners.put(key, interest);
    }

    /** A listener is gone. {@return what it asked for; null if nothing} */
    Interest listenerRemoved(Object key) {
        return listeners.remove(key);
    }

    /** Somebody looked a service up. Whoever listens for the same looked only to know what there is to begin with, as trackers do. */
    void lookedUp(Interest interest) {
        if (!listeners.containsValue(interest)) {
            lookUps.put(interest, nowMillis.getAsLong());
        }
    }

    /** Forgets look-ups of long ago. {@return whether there were any} */
    boolean expireLookUps() {
        long oldest = nowMillis.getAsLong() - LOOK_UP_MILLIS;
        return lookUps.values().removeIf(time -> time < oldest);
    }

    /**
     * Forgets what a bundle that stopped asked for. Felix 7 tells no listener hook of the listeners that it left open.
     *
     * @param bundle the bundle
     * @return whether there was anything
     */
    boolean bundleStopped(Bundle bundle) {
        boolean listened = listeners.values().removeIf(each -> each.bundle().equals(bundle));
        boolean lookedUp = lookUps.keySet().removeIf(each -> each.bundle().equals(bundle));
        return listened || lookedUp;
    }

    /**
     * @param service the properties an imported service would have
     * @param interfaces what it can be imported by
     * @return the bundles that ask for it, each once; none if nobody does
     */
    List<Bundle> in(Dictionary<String, Object> service, Collection<String> interfaces) {
        Set<String> offered = Set.copyOf(interfaces);
        return all().filter(each -> each.matches(service, offered)).map(Interest::bundle).distinct().toList();
    }

    Stream<Interest> all() {
        return Stream.concat(listeners.values().stream(), lookUps.keySet().stream()).distinct();
    }
}

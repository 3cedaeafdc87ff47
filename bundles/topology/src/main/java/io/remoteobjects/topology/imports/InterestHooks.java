package io.remoteobjects.topology.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook;

/**
 * Hears of all that bundles ask the service registry for, and tells the imports. Called by whoever asks, with the framework's locks
 * possibly held: hands on, and does nothing else. The system bundle and the bundles of this project do not count, nor does a look-up that
 * was told a minute ago.
 */
final class InterestHooks implements ListenerHook, FindHook {

    static final long REPEAT_MILLIS = 60_000;

    private static final Set<String> OWN_BUNDLES = Set.of("io.remoteobjects.api", "io.remoteobjects.wire", "io.remoteobjects.node",
            "io.remoteobjects.rsa", "io.remoteobjects.topology", "io.remoteobjects.discovery", "io.remoteobjects.shell",
            "io.remoteobjects.zookeeper", "io.remoteobjects.mdns", "io.remoteobjects.pushstream", "io.remoteobjects.eventadmin");

    /** What is told. */
    interface Sink {
        void listenersAdded(Collection<ListenerInfo> listeners);

        void listenersRemoved(Collection<ListenerInfo> listeners);

        void lookedUp(Bundle bundle, String name, String filter);
    }

    private record LookUp(long bundleId, String name, String filter) {
    }

    private final Sink sink;
    private final LongSupplier nowMillis;
    private final Map<LookUp, Long> told = new ConcurrentHashMap<>();

    InterestHooks(Sink sink, LongSupplier nowMillis) {
        this.sink = sink;
        this.nowMillis = nowMillis;
    }

    @Override
    public void added(Collection<ListenerInfo> listeners) {
        List<ListenerInfo> counting = new ArrayList<>();
        for (ListenerInfo each : listeners) {
            if (each.getFilter() != null && bundleOf(each.getBundleContext()) != null) {
                counting.add(each);
            }
        }
        if (!counting.isEmpty()) {
            sink.listenersAdded(counting);
        }
    }

    /**
     * Tells of all of them: of a bundle that stopped it is not known any more whether it counts. What it looked up next to a listener was
     * told, but did not count; it does from now on.
     */
    @Override
    public void removed(Collection<ListenerInfo> listeners) {
        sink.listenersRemoved(List.copyOf(listeners));
        for (ListenerInfo each : listeners) {
            Bundle bundle = bundleOf(each.getBundleContext());
            if (bundle != null) {
                told.keySet().removeIf(lookUp -> lookUp.bundleId() == bundle.getBundleId());
            }
        }
    }

    @Override
    public void find(BundleContext context, String name, String filter, boolean allServices, Collection<ServiceReference<?>> references) {
        if (name == null && filter == null) {
            return;
        }
        Bundle bundle = bundleOf(context);
        if (bundle != null) {
            long now = nowMillis.getAsLong();
            Long before = told.get(new LookUp(bundle.getBundleId(), name, filter));
            if (before == null || now - before >= REPEAT_MILLIS) {
                told.put(new LookUp(bundle.getBundleId(), name, filter), now);
                sink.lookedUp(bundle, name, filter);
            }
        }
    }

    /** Forgets what was told long ago. */
    void expire() {
        long oldest = nowMillis.getAsLong() - REPEAT_MILLIS;
        told.values().removeIf(time -> time < oldest);
    }

    /** {@return the bundle, if it counts; else null} */
    static Bundle bundleOf(BundleContext context) {
        try {
            Bundle bundle = context.getBundle();
            return bundle.getBundleId() == 0 || OWN_BUNDLES.contains(Names.of(bundle)) ? null : bundle;
        } catch (IllegalStateException stopped) {
            return null;
        }
    }
}

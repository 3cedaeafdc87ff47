package io.remoteobjects.topology.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

class InterestHooksTest {

    private final List<ListenerInfo> added = new ArrayList<>();
    private final List<ListenerInfo> removed = new ArrayList<>();
    private final List<String> lookedUp = new ArrayList<>();
    private final InterestHooks hooks = new InterestHooks(new InterestHooks.Sink() {
        @Override
        public void listenersAdded(Collection<ListenerInfo> listeners) {
            added.addAll(listeners);
        }

        @Override
        public void listenersRemoved(Collection<ListenerInfo> listeners) {
            removed.addAll(listeners);
        }

        @Override
        public void lookedUp(Bundle bundle, String name, String filter) {
            lookedUp.add(name);
        }
    }, () -> 0);

    private Bundle bundle = Fakes.bundle("chart");

    @Test
    void bundlesWithoutASymbolicNameCount() {
        bundle = Fakes.fake(Bundle.class, (proxy, method, arguments) -> method.getName().equals("getBundleId") ? 7L : null);
        ListenerInfo listener = listener();

        hooks.added(List.of(listener));

        assertEquals(1, added.size());
        assertEquals("bundle 7", Names.of(bundle));
    }

    @Test
    void bundlesOfThisProjectDoNotCount() {
        bundle = Fakes.bundle("io.remoteobjects.rsa");

        hooks.added(List.of(listener()));

        assertEquals(0, added.size());
    }

    @Test
    void listenersOfABundleThatStoppedAreRemoved() {
        ListenerInfo listener = listener();
        hooks.added(List.of(listener));
        bundle = null;

        hooks.removed(List.of(listener));

        assertEquals(1, added.size());
        assertEquals(1, removed.size());
    }

    @Test
    void lookUpIsToldOnceAMinuteAndAgainOnceAListenerIsGone() {
        ListenerInfo listener = listener();
        BundleContext context = listener.getBundleContext();
        hooks.find(context, "a.Gps", null, false, List.of());
        hooks.find(context, "a.Gps", null, false, List.of());
        assertEquals(List.of("a.Gps"), lookedUp);

        hooks.removed(List.of(listener));
        hooks.find(context, "a.Gps", null, false, List.of());

        assertEquals(List.of("a.Gps", "a.Gps"), lookedUp);
    }

    /** {@return a listener of the bundle, whose context is invalid when there is none} */
    private ListenerInfo listener() {
        BundleContext context = Fakes.fake(BundleContext.class, (proxy, method, arguments) -> {
            if (bundle == null) {
                throw new IllegalStateException("Invalid BundleContext.");
            }
            return bundle;
        });
        return Fakes.fake(ListenerInfo.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundleContext" -> context;
            case "getFilter" -> "(objectClass=a.Gps)";
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }
}

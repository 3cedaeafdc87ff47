package io.remoteobjects.itests.samples.life.driver;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** The class loaders that bundles have had. */
final class Loaders implements SynchronousBundleListener {

    private static final int TOLERATED = 2;

    private final BundleContext context;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    private record Seen(String bundle, WeakReference<ClassLoader> loader) {
    }

    Loaders(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
        Arrays.stream(context.getBundles()).forEach(this::see);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.RESOLVED) {
            see(event.getBundle());
        }
    }

    private void see(Bundle bundle) {
        current(bundle).forEach(each -> seen.add(new Seen(bundle.getSymbolicName(), new WeakReference<>(each))));
    }

    private static Stream<ClassLoader> current(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null || wiring.getClassLoader() == null ? Stream.empty() : Stream.of(wiring.getClassLoader());
    }

    /**
     * {@return the bundles of which several loaders that no bundle has any more are in memory all the same, after a collection} A few may
     * be: the JVM keeps the classes that compiled code knows for as long as a thread waits in it. A leak adds one each time.
     */
    List<String> leftBehind() {
        System.gc();
        List<ClassLoader> current = Arrays.stream(context.getBundles()).flatMap(Loaders::current).toList();
        seen.removeIf(each -> each.loader.get() == null);
        Map<String, Long> left = seen.stream().filter(each -> isLeft(each.loader.get(), current))
                .collect(Collectors.groupingBy(Seen::bundle, TreeMap::new, Collectors.counting()));
        return left.entrySet().stream().filter(each -> each.getValue() > TOLERATED).map(Map.Entry::toString).toList();
    }

    private static boolean isLeft(ClassLoader loader, List<ClassLoader> current) {
        return loader != null && !current.contains(loader);
    }
}

package io.remoteobjects.itests.samples.life.driver;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
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
import org.osgi.framework.BundleReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** The class loaders that bundles have had. */
final class Loaders implements SynchronousBundleListener {

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

    /** {@return the bundles that have left loaders in memory, with how many each} */
    List<String> leftBehind() {
        List<ClassLoader> current = Arrays.stream(context.getBundles()).flatMap(Loaders::current).toList();
        current.forEach(Loaders::forgetEndedThreads);
        // What is softly reachable and was used since the last collection outlives one, whatever the policy.
        System.gc();
        System.gc();
        seen.removeIf(each -> each.loader.get() == null);
        Map<String, Long> left = seen.stream().filter(each -> isLeft(each.loader.get(), current))
                .collect(Collectors.groupingBy(Seen::bundle, TreeMap::new, Collectors.counting()));
        return left.entrySet().stream().map(Map.Entry::toString).toList();
    }

    /**
     * A fault of Felix 7.0.5, in {@code BundleClassLoader.defineClassParallel}: of two threads that want to define a class at the same
     * moment, the one that then finds it defined stays noted as the one to define it. The loader keeps that thread for good, and the thread
     * its own class, which may be one of a bundle that is long gone.
     */
    private static void forgetEndedThreads(ClassLoader loader) {
        if (!(loader instanceof BundleReference)) {
            // The framework's own.
            return;
        }
        try {
            Field defining = loader.getClass().getDeclaredField("m_classLocks");
            defining.setAccessible(true);
            ((Map<?, ?>) defining.get(loader)).values().removeIf(each -> !((Thread) each).isAlive());
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Felix' class loaders have changed: see whether they keep threads still", changed);
        }
    }

    private static boolean isLeft(ClassLoader loader, List<ClassLoader> current) {
        return loader != null && !current.contains(loader);
    }
}

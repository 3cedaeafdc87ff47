package io.remoteobjects.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.apache.aries.rsa.core.DistributionProviderTracker;
import org.apache.aries.rsa.spi.DistributionProvider;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

/** A framework with Aries' Remote Service Admin in it. What is for the thread of the topology manager is run by {@link #settle}. */
public final class Framework implements AutoCloseable, Executor {

    private final org.osgi.framework.launch.Framework framework;
    private final DistributionProviderTracker providers;
    private final Map<RemoteServiceAdmin, ServiceRegistration<?>> admins = new HashMap<>();
    private final Queue<Runnable> work = new ArrayDeque<>();

    /**
     * @param storage an empty folder
     * @param packages those on the class path that bundles can see
     */
    public Framework(Path storage, String... packages) throws BundleException {
        framework = new org.apache.felix.framework.FrameworkFactory().newFramework(Map.of("org.osgi.framework.storage", storage.toString(),
                "org.osgi.framework.system.packages.extra", String.join(",", packages), "felix.log.level", "1"));
        framework.start();
        providers = new DistributionProviderTracker(context()) {
            @Override
            protected BundleContext getAPIContext() {
                // The SPI is on the test's class path, and so in no bundle.
                return Framework.this.context();
            }
        };
        providers.open();
    }

    /** {@return the context of the system bundle} */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** Registers a service. */
    public ServiceRegistration<?> register(Object service, Map<String, ?> properties, Class<?>... interfaces) {
        String[] names = Arrays.stream(interfaces).map(Class::getName).toArray(String[]::new);
        return context().registerService(names, service, dictionary(properties));
    }

    public static Dictionary<String, Object> dictionary(Map<String, ?> properties) {
        return new Hashtable<>(properties);
    }

    /** Registers a distribution provider. {@return the Remote Service Admin that exports and imports by it} */
    public RemoteServiceAdmin provider(DistributionProvider provider) {
        Collection<ServiceReference<RemoteServiceAdmin>> before = admins();
        ServiceRegistration<?> registration = register(provider, Map.of("remote.configs.supported", provider.getSupportedTypes(),
                "remote.intents.supported", ""), DistributionProvider.class);
        RemoteServiceAdmin admin = context().getService(admins().stream().filter(each -> !before.contains(each)).findFirst()
                .orElseThrow());
        admins.put(admin, registration);
        return admin;
    }

    /** Unregisters a distribution provider, and with it its Remote Service Admin. */
    public void remove(RemoteServiceAdmin admin) {
        admins.remove(admin).unregister();
    }

    /** {@return a bundle that is started, with nothing in it, and sees the packages named} */
    public Bundle bundle(String symbolicName) throws BundleException, IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
        manifest.getMainAttributes().putValue("DynamicImport-Package", "*");
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        new JarOutputStream(jar, manifest).close();
        Bundle bundle = context().installBundle(symbolicName, new ByteArrayInputStream(jar.toByteArray()));
        bundle.start();
        return bundle;
    }

    private Collection<ServiceReference<RemoteServiceAdmin>> admins() {
        try {
            return List.copyOf(context().getServiceReferences(RemoteServiceAdmin.class, null));
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void execute(Runnable task) {
        work.add(task);
    }

    /** {@return how many tasks wait} */
    public int waiting() {
        return work.size();
    }

    /** Runs what waits, and what comes of it. */
    public void settle() {
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        providers.close();
        framework.stop();
        framework.waitForStop(10_000);
    }
}

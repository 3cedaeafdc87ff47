package io.remoteobjects.itests.conformance.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.TestBundle;

/**
 * An OSGi framework in this JVM with Remote Objects in it. With the tests, and by way of them with others of its kind, it shares the
 * packages named here and nothing else.
 */
public final class TestFramework implements AutoCloseable {

    /** How long a test waits for what must happen. */
    public static final Duration SOON = Duration.ofSeconds(60);

    /** Packages of the system bundle: what the tests call, and what Karaf has on its boot class path. */
    private static final List<String> SHARED = List.of(
            "org.osgi.service.remoteserviceadmin;version=1.1.0", "org.osgi.service.cm;version=1.6.1",
            "org.osgi.service.event;version=1.4.1", "org.osgi.util.promise;version=1.3.0", "org.osgi.util.function;version=1.2.0",
            "javax.xml.bind;version=2.3", "javax.xml.bind.annotation;version=2.3",
            "io.remoteobjects.itests.conformance.samples;version=1.0.0", "io.remoteobjects.itests.conformance.services;version=1.0.0");

    private static final List<String> BASE = List.of("slf4j.api", "slf4j.simple", "org.osgi.service.component",
            "org.apache.felix.configadmin", "org.apache.felix.eventadmin", "org.apache.felix.scr");

    /** In the order of the feature. */
    private static final List<String> PRODUCT = List.of("io.netty.common", "io.netty.buffer", "io.netty.resolver", "io.netty.transport",
            "org.apache.aries.rsa.spi", "org.apache.aries.rsa.core", "org.apache.aries.rsa.discovery.local",
            "io.remoteobjects.api", "io.remoteobjects.wire", "io.remoteobjects.node", "io.remoteobjects.rsa", "io.remoteobjects.discovery",
            "io.remoteobjects.topology");

    private final Framework framework;
    private BundleContext tests;

    private TestFramework(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts a framework.
     *
     * @param name its name in the folder
     * @param folder for its local sockets and its cache: those of one folder find each other. Its path must be short
     * @param settings what else or otherwise is configured
     */
    static TestFramework start(String name, Path folder, Map<String, ?> settings) throws BundleException, IOException {
        TestFramework started = new TestFramework(ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, folder.resolve(name + ".cache").toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, String.join(",", SHARED),
                        // Otherwise bundles see of the tests' class path what they do not import.
                        "felix.bootdelegation.implicit", "false")));
        try {
            started.framework.start();
            started.install(BASE);
            started.configure(name, folder, settings);
            started.install(PRODUCT);
            // What the system bundle asks for is nobody's interest.
            started.tests = started.install(TestBundle.withoutClasses("tests", Map.of(Constants.DYNAMICIMPORT_PACKAGE, "*"), Map.of()))
                    .getBundleContext();
            return started;
        } catch (BundleException | IOException | RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    private void install(List<String> symbolicNames) throws BundleException {
        List<Bundle> installed = new ArrayList<>();
        for (String symbolicName : symbolicNames) {
            installed.add(framework.getBundleContext().installBundle(ClassPathBundles.location(symbolicName)));
        }
        for (Bundle bundle : installed) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start();
            }
        }
    }

    private void configure(String name, Path folder, Map<String, ?> settings) throws IOException {
        Dictionary<String, Object> all = new Hashtable<>();
        all.put("listen", "local:" + folder.resolve(name));
        all.put("registry", "local:" + folder.resolve("registry"));
        // Both frameworks are in one JVM: a machine that is too busy to run it for a few seconds is no host that is lost.
        all.put("heartbeat.ms", "30000");
        settings.forEach(all::put);
        configuration().update(all);
    }

    /** Changes some keys of the configuration. */
    public void reconfigure(Map<String, ?> settings) throws IOException {
        Configuration configuration = configuration();
        Dictionary<String, Object> all = configuration.getProperties();
        settings.forEach(all::put);
        configuration.update(all);
    }

    private Configuration configuration() throws IOException {
        BundleContext context = framework.getBundleContext();
        ConfigurationAdmin configurations = context.getService(context.getServiceReference(ConfigurationAdmin.class));
        return configurations.getConfiguration("io.remoteobjects", "?");
    }

    /** Installs a bundle and starts it. */
    public Bundle install(Path jar) throws BundleException {
        Bundle bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
        bundle.start();
        return bundle;
    }

    /** {@return the context of a bundle that stands for the tests: it sees all that other bundles export} */
    public BundleContext context() {
        return tests;
    }

    /** {@return the framework's UUID} */
    public String id() {
        return framework.getBundleContext().getProperty(Constants.FRAMEWORK_UUID);
    }

    /** {@return an installed bundle} */
    public Bundle bundle(String symbolicName) {
        return bundles().stream().filter(each -> symbolicName.equals(each.getSymbolicName())).findFirst().orElseThrow();
    }

    /** {@return all bundles, the system bundle among them} */
    public List<Bundle> bundles() {
        return Arrays.asList(framework.getBundleContext().getBundles());
    }

    /** Registers a service. */
    @SuppressWarnings("unchecked")
    public <T> ServiceRegistration<T> register(Class<T> type, T service, Map<String, ?> properties) {
        return (ServiceRegistration<T>) register(service, properties, type);
    }

    /** Registers a service under several interfaces. */
    public ServiceRegistration<?> register(Object service, Map<String, ?> properties, Class<?>... types) {
        Dictionary<String, Object> all = new Hashtable<>(properties);
        return tests.registerService(Arrays.stream(types).map(Class::getName).toArray(String[]::new), service, all);
    }

    /** {@return the services that are here now; whoever asks, is interested for a while} */
    public <T> List<ServiceReference<T>> references(Class<T> type, String filter) {
        try {
            return List.copyOf(tests.getServiceReferences(type, filter));
        } catch (InvalidSyntaxException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** {@return all services that are imported now} */
    List<ServiceReference<?>> imported() {
        try {
            ServiceReference<?>[] found = tests.getAllServiceReferences(null, "(service.imported=*)");
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Waits until a service is here. */
    public <T> ServiceReference<T> awaitReference(Class<T> type, String filter) {
        return Await.until(type.getSimpleName() + " with " + filter, SOON, () -> references(type, filter), found -> !found.isEmpty())
                .get(0);
    }

    /** Waits until a service is here, and gets it. */
    public <T> T await(Class<T> type, String filter) {
        return tests.getService(awaitReference(type, filter));
    }

    /** Waits until there is no such service any more. */
    public void awaitGone(Class<?> type, String filter) {
        Await.until("the end of " + type.getSimpleName() + " with " + filter, SOON, () -> references(type, filter), List::isEmpty);
    }

    /** Stops the framework, and waits until it has stopped. */
    @Override
    public void close() {
        try {
            framework.stop();
            if (framework.waitForStop(SOON.toMillis()).getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                throw new AssertionError("The framework does not stop within " + SOON);
            }
        } catch (BundleException failed) {
            throw new IllegalStateException("The framework does not stop", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

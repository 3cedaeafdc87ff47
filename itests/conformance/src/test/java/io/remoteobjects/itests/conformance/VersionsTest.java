package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ImportRegistration;

import io.remoteobjects.itests.conformance.harness.Admin;
import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.harness.TestFramework;
import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.TestBundle;

/** An interface in two versions of its package, side by side in both frameworks. */
@DisplayName("Chapter 122, 7 several versions")
class VersionsTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private static final String PACKAGE = "io.remoteobjects.itests.conformance.versions";
    private static final String CLOCK = PACKAGE + ".Clock";
    private static final String VERSION = "endpoint.package.version." + PACKAGE;

    private static final Map<String, Bundle> SERVICES = new HashMap<>();
    private static final Map<String, Bundle> CONSUMERS = new HashMap<>();

    @BeforeAll
    static void install() throws BundleException {
        Map<String, Path> jars = Map.of("1.0.0", compiled("one"), "2.0.0", compiled("two"));
        for (Map.Entry<String, Path> each : jars.entrySet()) {
            SERVICES.put(each.getKey(), FRAMEWORKS.child().install(each.getValue()));
            CONSUMERS.put(each.getKey(), FRAMEWORKS.parent().install(each.getValue()));
        }
    }

    private static Path compiled(String version) {
        return TestBundle.compiled("versions-" + version, Path.of("src/test/versions", version));
    }

    @AfterAll
    static void uninstall() throws BundleException {
        for (Bundle each : CONSUMERS.values()) {
            each.uninstall();
        }
    }

    private static ServiceRegistration<?> register(String version, Map<String, ?> properties) throws ReflectiveOperationException {
        Bundle bundle = SERVICES.get(version);
        Object service = bundle.loadClass(PACKAGE + ".ClockService").getConstructor().newInstance();
        return bundle.getBundleContext().registerService(CLOCK, service, new Hashtable<>(properties));
    }

    private static EndpointDescription export(Admin admin, ServiceRegistration<?> service) {
        return admin.service().exportService(service.getReference(), new HashMap<>(Map.of("service.exported.interfaces", "*"))).iterator()
                .next().getExportReference().getExportedEndpoint();
    }

    /** Calls what the consumer of a version has for that version, and checks that it is of the consumer's own class. */
    private static void assertServed(String version, ServiceReference<?> reference) throws ReflectiveOperationException {
        Bundle consumer = CONSUMERS.get(version);
        Object proxy = consumer.getBundleContext().getService(reference);
        Class<?> clock = consumer.loadClass(CLOCK);
        assertTrue(clock.isInstance(proxy), "the proxy is of another class");
        assertEquals(version, clock.getMethod("time").invoke(proxy));
        consumer.getBundleContext().ungetService(reference);
    }

    @Test
    void consumersHaveTheirOwnClasses() throws ClassNotFoundException {
        assertNotEquals(CONSUMERS.get("1.0.0").loadClass(CLOCK), CONSUMERS.get("2.0.0").loadClass(CLOCK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "2.0.0"})
    void endpointSaysTheVersionOfItsPackage(String version) throws ReflectiveOperationException {
        ServiceRegistration<?> service = register(version, Map.of());
        try (Admin admin = new Admin(FRAMEWORKS.child())) {
            assertEquals(version, export(admin, service).getProperties().get(VERSION));
        }
        service.unregister();
    }

    @Test
    void consumerOfEachVersionIsServedByEndpointsImportedAtOnce() throws ReflectiveOperationException {
        ServiceRegistration<?> one = register("1.0.0", Map.of());
        ServiceRegistration<?> two = register("2.0.0", Map.of());
        try (Admin exporting = new Admin(FRAMEWORKS.child()); Admin importing = new Admin(FRAMEWORKS.parent())) {
            ImportRegistration first = importing.service().importService(export(exporting, one));
            ImportRegistration second = importing.service().importService(export(exporting, two));

            assertServed("1.0.0", first.getImportReference().getImportedService());
            assertServed("2.0.0", second.getImportReference().getImportedService());
            first.close();
            second.close();
        }
        one.unregister();
        two.unregister();
    }

    @Test
    void consumerOfEachVersionIsServedByTheTopologyManager() throws Exception {
        ServiceRegistration<?> one = register("1.0.0", Map.of("service.exported.interfaces", "*"));
        ServiceRegistration<?> two = register("2.0.0", Map.of("service.exported.interfaces", "*"));

        assertServed("1.0.0", awaitReference("1.0.0"));
        assertServed("2.0.0", awaitReference("2.0.0"));
        one.unregister();
        two.unregister();
        awaitNone("1.0.0");
        awaitNone("2.0.0");
    }

    private static ServiceReference<?> awaitReference(String version) {
        return Await.until("Clock " + version, TestFramework.SOON, () -> references(version), found -> !found.isEmpty()).get(0);
    }

    private static void awaitNone(String version) {
        Await.until("the end of Clock " + version, TestFramework.SOON, () -> references(version), List::isEmpty);
    }

    private static List<ServiceReference<?>> references(String version) {
        try {
            BundleContext consumer = CONSUMERS.get(version).getBundleContext();
            ServiceReference<?>[] found = consumer.getServiceReferences(CLOCK, "(" + VERSION + "=" + version + ")");
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

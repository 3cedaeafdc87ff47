package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

import io.remoteobjects.itests.conformance.harness.Frameworks;

/** What the manifests of the installed bundles promise: each role is there, and every bundle that claims one claims it as it shall. */
@DisplayName("Chapter 122, 4 capabilities")
class CapabilityTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private static final Version VERSION = new Version(1, 1, 0);

    private static List<BundleCapability> declared(String namespace) {
        return FRAMEWORKS.parent().bundles().stream()
                .flatMap(bundle -> bundle.adapt(BundleRevision.class).getDeclaredCapabilities(namespace).stream()).toList();
    }

    private static void check(String namespace, String attribute) {
        List<BundleCapability> found = declared(namespace);
        assertFalse(found.isEmpty(), namespace);
        for (BundleCapability each : found) {
            Collection<?> names = assertInstanceOf(Collection.class, each.getAttributes().get(attribute), each.toString());
            assertFalse(names.isEmpty(), each.toString());
            assertEquals(VERSION, each.getAttributes().get("version"), each.toString());
        }
    }

    @Test
    void distributionNamesItsConfigurationTypesAndVersion() {
        check("osgi.remoteserviceadmin.distribution", "configs");
    }

    @Test
    void discoveryNamesItsProtocolsAndVersion() {
        check("osgi.remoteserviceadmin.discovery", "protocols");
    }

    @Test
    void topologyManagerNamesItsPolicyAndVersion() {
        check("osgi.remoteserviceadmin.topology", "policy");
    }

    @Test
    void extenderReadsEndpointXmlAndUsesThePackageOfRemoteServiceAdmin() {
        List<BundleCapability> found = declared("osgi.extender").stream()
                .filter(each -> "osgi.remoteserviceadmin".equals(each.getAttributes().get("osgi.extender"))).toList();
        assertFalse(found.isEmpty());
        for (BundleCapability each : found) {
            assertEquals(VERSION, each.getAttributes().get("version"), each.toString());
            assertEquals("org.osgi.service.remoteserviceadmin", each.getDirectives().get("uses"), each.toString());
        }
    }
}

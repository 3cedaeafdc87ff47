package io.remoteobjects.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import io.remoteobjects.itests.harness.Await;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.features.FeatureState;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;

/** The feature as it comes with the distribution, seen from inside. */
public class FeatureInDistributionTest extends ContainerTest {

    /** The test may begin before all that is there at boot is started. */
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    public void featureIsStarted() throws Exception {
        String id = features.getFeature("remoteobjects").getId();
        Await.until("the feature to be started", SOON, () -> features.getState(id), FeatureState.Started::equals);
    }

    @Test
    public void everyBundleIsActiveOrAnAttachedFragment() {
        Await.until("all bundles to be started", SOON, () -> Arrays.stream(bundleContext.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && !isAttachedFragment(bundle)).toList(), List::isEmpty);
    }

    @Test
    public void remoteServiceAdminApiComesFromAries() throws Exception {
        Bundle aries = bundle("org.apache.aries.rsa.core");
        assertNotNull(aries.loadClass("org.osgi.service.remoteserviceadmin.RemoteServiceAdmin"));
    }

    @Test
    public void examplesInstallFromTheDistributionAlone() throws Exception {
        Set<String> examples = Set.of("remoteobjects-gps-source", "remoteobjects-gps-replica", "remoteobjects-printer-source",
                "remoteobjects-printer-replica");
        features.installFeatures(examples, EnumSet.noneOf(FeaturesService.Option.class));

        assertEquals(Bundle.ACTIVE, bundle("io.remoteobjects.examples.gps.source").getState());
        assertEquals(Bundle.ACTIVE, bundle("io.remoteobjects.examples.gps.replica").getState());
        assertEquals(Bundle.ACTIVE, bundle("io.remoteobjects.examples.printer.source").getState());
        assertEquals(Bundle.ACTIVE, bundle("io.remoteobjects.examples.printer.replica").getState());
    }

    @Test
    public void bridgesInstallFromTheDistributionAlone() throws Exception {
        features.installFeatures(Set.of("remoteobjects-pushstream", "remoteobjects-eventadmin"), EnumSet.noneOf(FeaturesService.Option.class));

        assertEquals(Bundle.ACTIVE, bundle("io.remoteobjects.pushstream").getState());
        assertEquals(Bundle.ACTIVE, bundle("io.remoteobjects.eventadmin").getState());
    }

    @Test
    public void ariesTopologyManagerIsLeftOut() {
        assertTrue(Arrays.stream(bundleContext.getBundles()).noneMatch(bundle -> bundle.getSymbolicName().contains("aries.rsa.topology")));
    }

    private Bundle bundle(String name) throws BundleException {
        return Arrays.stream(bundleContext.getBundles()).filter(bundle -> bundle.getSymbolicName().equals(name)).findFirst()
                .orElseThrow(() -> new BundleException("There is no bundle " + name + ". See feature.xml."));
    }

    private static boolean isAttachedFragment(Bundle bundle) {
        return bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null && bundle.getState() == Bundle.RESOLVED
                && (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }
}

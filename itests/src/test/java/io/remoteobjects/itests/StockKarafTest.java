package io.remoteobjects.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.remoteobjects.itests.harness.Leftovers;
import io.remoteobjects.itests.harness.Ports;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.Bundle;

/** The feature in a Karaf as Apache ships it: it installs, uninstalls, and leaves nothing behind. */
public class StockKarafTest extends ContainerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    protected File archive() {
        return new File(System.getProperty("stock.karaf"));
    }

    @Override
    protected String repositories() {
        return super.repositories() + "," + repository("distribution", System.getProperty("distribution.assembly") + "/system");
    }

    @Override
    protected List<Option> options() {
        return List.of(
                put("etc/org.apache.karaf.management.cfg", "rmiRegistryHost", "127.0.0.1"),
                put("etc/org.apache.karaf.management.cfg", "rmiRegistryPort", Integer.toString(Ports.free())),
                put("etc/org.apache.karaf.management.cfg", "rmiServerHost", "127.0.0.1"),
                put("etc/org.apache.karaf.management.cfg", "rmiServerPort", Integer.toString(Ports.free())));
    }

    @Test
    public void featureInstallsAndUninstallsWithoutATrace() throws Exception {
        features.addRepository(URI.create("mvn:io.remoteobjects/features/" + projectVersion() + "/xml/features"));
        // Karaf's own machinery opens files and starts threads when it is used for the first time.
        features.installFeature("scr");
        features.uninstallFeature("scr");
        Leftovers before = Leftovers.now(bundleContext);

        features.installFeature("remoteobjects");
        assertEquals(List.of(), ours().stream().filter(bundle -> bundle.getState() != Bundle.ACTIVE).toList());
        assertFalse(ours().isEmpty());
        assertTrue(new File(System.getProperty("karaf.etc"), "io.remoteobjects.cfg").isFile());

        features.uninstallFeature("remoteobjects");
        before.awaitNothingMore(bundleContext, PATIENCE);
    }

    private List<Bundle> ours() {
        return Arrays.stream(bundleContext.getBundles()).filter(bundle -> bundle.getSymbolicName().startsWith("io.remoteobjects.")).toList();
    }
}

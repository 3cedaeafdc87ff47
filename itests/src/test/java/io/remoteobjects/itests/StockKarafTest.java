package io.remoteobjects.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.Leftovers;
import io.remoteobjects.itests.harness.OpenFiles;
import io.remoteobjects.itests.harness.Ports;
import io.remoteobjects.itests.harness.TestBundle;
import io.remoteobjects.itests.samples.otheradmin.OtherAdmin;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.Test;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

/** The feature in a Karaf as Apache ships it: it installs, uninstalls, and leaves nothing behind. */
public class StockKarafTest extends ContainerTest {

    /** Idle threads of the framework's own pools end after a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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
                systemProperty("remote.service.admin.api").value(
                        RemoteServiceAdmin.class.getProtectionDomain().getCodeSource().getLocation().toString()),
                systemProperty("other.admin").value(TestBundle.of("other-admin", OtherAdmin.class).toUri().toString()),
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
        ServiceRegistration<?> shared = shareSomething();

        features.uninstallFeature("remoteobjects");
        shared.unregister();
        before.awaitNothingMore(bundleContext, PATIENCE);
    }

    @Test
    public void featureBringsTheAdminItNeedsThoughThereIsAnother() throws Exception {
        features.addRepository(URI.create("mvn:io.remoteobjects/features/" + projectVersion() + "/xml/features"));
        features.installFeature("scr");
        Bundle api = bundleContext.installBundle(System.getProperty("remote.service.admin.api"));
        Bundle other = bundleContext.installBundle(System.getProperty("other.admin"));
        other.start();

        features.installFeature("remoteobjects");
        shareSomething().unregister();

        features.uninstallFeature("remoteobjects");
        other.uninstall();
        api.uninstall();
        features.uninstallFeature("scr");
    }

    /** So that there are sockets, threads and endpoints to be left behind. */
    private ServiceRegistration<?> shareSomething() {
        ServiceRegistration<?> shared = bundleContext.registerService(Callable.class, () -> "here",
                new Hashtable<>(Map.of("service.exported.interfaces", "*")));
        Await.until("the service to be exported", PATIENCE, () -> shared.getReference().getUsingBundles() != null);
        List<String> listening = OpenFiles.of(ProcessHandle.current().pid()).listening();
        assertTrue(listening.toString(), listening.stream().anyMatch(socket -> socket.contains("/remoteobjects-")));
        return shared;
    }

    @Test
    public void aTraceOfEachKindWouldBeSeen() throws Exception {
        Leftovers before = Leftovers.now(bundleContext);
        File file = File.createTempFile("left", "behind");
        ServiceRegistration<Runnable> service = bundleContext.registerService(Runnable.class, () -> { }, null);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); InputStream open = new FileInputStream(file)) {
            new Thread(() -> acceptUntilClosed(socket), "left-behind-7").start();

            String seen = assertThrows(AssertionError.class, () -> before.awaitNothingMore(bundleContext, Duration.ZERO)).getMessage();
            assertTrue(seen, seen.contains("service [java.lang.Runnable]"));
            assertTrue(seen, seen.contains("thread left-behind-#"));
            assertTrue(seen, seen.contains(":" + socket.getLocalPort() + " LISTEN"));
            assertTrue(seen, seen.contains("file " + file));
        } finally {
            service.unregister();
            Files.delete(file.toPath());
        }
        before.awaitNothingMore(bundleContext, PATIENCE);
    }

    private static void acceptUntilClosed(ServerSocket socket) {
        try {
            socket.accept().close();
        } catch (IOException closed) {
            assertTrue(socket.isClosed());
        }
    }

    private List<Bundle> ours() {
        return Arrays.stream(bundleContext.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("io.remoteobjects.")).toList();
    }
}

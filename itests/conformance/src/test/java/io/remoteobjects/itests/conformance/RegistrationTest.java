package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

import io.remoteobjects.itests.conformance.harness.Admin;
import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.harness.TestFramework;
import io.remoteobjects.itests.conformance.samples.A;
import io.remoteobjects.itests.conformance.samples.AandB;
import io.remoteobjects.itests.conformance.samples.B;
import io.remoteobjects.itests.conformance.samples.Dial;
import io.remoteobjects.itests.conformance.samples.Gauge;
import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.TestBundle;

/** A service that is registered for export in one framework is a service of the other, as long as it is there. */
@DisplayName("Chapter 100, 10 registration")
class RegistrationTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    /** Of each test its own: what one before registered may still be on its way here, and gone at its end. */
    private final String test = UUID.randomUUID().toString();
    private final String imported = "(&(service.imported=*)(test=" + test + "))";

    private ServiceRegistration<?> service;

    @BeforeEach
    void register() {
        service = FRAMEWORKS.child().register(new AandB(),
                Map.of("service.exported.interfaces", "*", "test", test, "mykey", "myvalue", ".myprop", "mine"), A.class, B.class);
    }

    @AfterEach
    void unregister() {
        service.unregister();
        FRAMEWORKS.parent().awaitGone(A.class, imported);
        FRAMEWORKS.parent().awaitGone(B.class, imported);
    }

    private ServiceReference<A> imported() {
        return FRAMEWORKS.parent().awaitReference(A.class, imported);
    }

    @Test
    void everyInterfaceHasAProxy() {
        assertEquals("a 1", FRAMEWORKS.parent().await(A.class, imported).a("1"));
        assertEquals("b 2", FRAMEWORKS.parent().await(B.class, imported).b("2"));
    }

    @Test
    void allInterfacesAreExportedAndNoClass() {
        ServiceRegistration<?> withClass = FRAMEWORKS.child().register(new AandB(), Map.of("service.exported.interfaces", "*", "mykey",
                "with class"), AandB.class, A.class, B.class);

        ServiceReference<A> imported = FRAMEWORKS.parent().awaitReference(A.class, "(&(service.imported=*)(mykey=with class))");

        assertArrayEquals(new String[] {A.class.getName(), B.class.getName()}, (String[]) imported.getProperty("objectClass"));
        withClass.unregister();
    }

    @Test
    void importedServiceSaysSo() {
        assertNotNull(imported().getProperty("service.imported"));
        assertFalse(imported().getProperty("endpoint.id").toString().isEmpty());
        assertFalse(Admin.strings(imported().getProperty("service.imported.configs")).isEmpty());
    }

    @Test
    void plainPropertyComesThrough() {
        assertEquals("myvalue", imported().getProperty("mykey"));
    }

    @Test
    void privatePropertyStays() {
        assertNull(imported().getProperty(".myprop"));
    }

    @Test
    void importedServiceSaysNothingOfHowItWasExported() {
        assertEquals(List.of(), Arrays.stream(imported().getPropertyKeys()).filter(key -> key.startsWith("service.exported.")).toList());
    }

    @Test
    void configurationTypesAndIntentsThatAreSupportedAreNamedByAService() throws InvalidSyntaxException {
        imported();
        assertFalse(supported("remote.configs.supported").isEmpty());
        assertTrue(supported("remote.intents.supported").containsAll(List.of("osgi.basic", "osgi.async")));
    }

    private static List<String> supported(String property) throws InvalidSyntaxException {
        ServiceReference<?>[] found = FRAMEWORKS.child().context().getAllServiceReferences(null, "(" + property + "=*)");
        return Arrays.stream(found).flatMap(each -> Admin.strings(each.getProperty(property)).stream()).toList();
    }

    @Test
    void proxyGoesWithItsService() {
        ServiceReference<A> reference = imported();

        service.unregister();

        Await.until("the end of the imported service", TestFramework.SOON, () -> reference.getBundle() == null);
        FRAMEWORKS.parent().awaitGone(A.class, imported);
        register();
    }

    @Test
    void anotherFilterTakesWhatItConcernsAndLeavesALiveReplicaAsItIs() throws Exception {
        TestFramework parent = FRAMEWORKS.parent();
        Dial dial = new Dial();
        ServiceRegistration<Gauge> gauge = FRAMEWORKS.child().register(Gauge.class, dial,
                Map.of("service.exported.interfaces", "*", "test", test));
        ServiceReference<Gauge> reference = parent.awaitReference(Gauge.class, imported);
        Gauge proxy = parent.context().getService(reference);
        imported();

        FRAMEWORKS.child().reconfigure(Map.of("export.filter", "(!(mykey=*))"));
        parent.awaitGone(A.class, imported);
        parent.reconfigure(Map.of("import.ranking", "5"));
        parent.awaitReference(Gauge.class, "(&(service.ranking=5)(test=" + test + "))");
        dial.turnTo(7);

        Await.until("the level", TestFramework.SOON, () -> proxy.getLevel() == 7);
        assertEquals(List.of(reference), parent.references(Gauge.class, imported));
        FRAMEWORKS.child().reconfigure(Map.of("export.filter", ""));
        parent.reconfigure(Map.of("import.ranking", "-1"));
        imported();
        gauge.unregister();
    }

    /** Frameworks tell most listeners of a stopped bundle later, and when they are busy much later. */
    @Test
    void bundleThatIsStartedAgainAtOnceHasAProxyThatLasts() throws Exception {
        TestFramework parent = FRAMEWORKS.parent();
        Bundle consumer = parent.install(TestBundle.withoutClasses("consumer", Map.of(Constants.DYNAMICIMPORT_PACKAGE, "*"), Map.of()));
        Bundle other = parent.install(TestBundle.withoutClasses("other", Map.of(), Map.of()));
        Dial dial = new Dial();
        ServiceRegistration<Gauge> gauge = FRAMEWORKS.child().register(Gauge.class, dial,
                Map.of("service.exported.interfaces", "*", "test", test));
        parent.awaitReference(Gauge.class, imported);
        CountDownLatch startedAgain = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        parent.context().addBundleListener(event -> {
            if (event.getBundle() == other && event.getType() == BundleEvent.STOPPED) {
                await(startedAgain);
            } else if (event.getBundle() == consumer && event.getType() == BundleEvent.STARTED) {
                told.countDown();
            }
        });

        other.stop();
        consumer.stop();
        consumer.start();
        BundleContext context = consumer.getBundleContext();
        Gauge proxy = context.getService(context.getServiceReferences(Gauge.class, imported).iterator().next());
        startedAgain.countDown();
        await(told);
        dial.turnTo(7);

        Await.until("the level", TestFramework.SOON, () -> proxy.getLevel() == 7);
        gauge.unregister();
        consumer.uninstall();
        other.uninstall();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(TestFramework.SOON.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void serviceThatIsNotMarkedStays() {
        imported();
        ServiceRegistration<A> local = FRAMEWORKS.child().register(A.class, text -> text, Map.of("mykey", "local"));
        ServiceRegistration<A> last = FRAMEWORKS.child().register(A.class, text -> text, Map.of("mykey", "last",
                "service.exported.interfaces", "*"));

        FRAMEWORKS.parent().awaitReference(A.class, "(&(service.imported=*)(mykey=last))");

        assertEquals(List.of(), FRAMEWORKS.parent().references(A.class, "(mykey=local)"));
        local.unregister();
        last.unregister();
    }
}

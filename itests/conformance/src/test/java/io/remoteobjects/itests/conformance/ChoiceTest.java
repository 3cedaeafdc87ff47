package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

import io.remoteobjects.itests.conformance.consumers.RoofReader;
import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.harness.TestFramework;
import io.remoteobjects.itests.conformance.samples.A;
import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.TestBundle;

/** What a consumer gets that has a choice: of several services elsewhere, or between one elsewhere and one here. */
@DisplayName("Chapter 100, choice among services")
class ChoiceTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private final List<ServiceRegistration<A>> services = new ArrayList<>();

    /** Where nobody has looked for anything yet. */
    @BeforeEach
    void startAnew() {
        startAnew(Map.of());
    }

    private static void startAnew(Map<String, ?> settings) {
        FRAMEWORKS.stopChild();
        FRAMEWORKS.startChild(settings);
    }

    @AfterEach
    void unregister() {
        services.forEach(ServiceRegistration::unregister);
        FRAMEWORKS.child().awaitGone(A.class, null);
    }

    private void export(String place) {
        services.add(FRAMEWORKS.parent().register(A.class, text -> place + " " + text,
                Map.of("service.exported.interfaces", "*", "place", place)));
    }

    private ServiceRegistration<A> registerHere() {
        ServiceRegistration<A> here = FRAMEWORKS.child().register(A.class, text -> "here " + text, Map.of());
        services.add(here);
        return here;
    }

    private static ServiceReference<A> preferred() {
        return FRAMEWORKS.child().context().getServiceReference(A.class);
    }

    /** What the framework prefers of two with the same ranking is the one that was there first. */
    @Test
    void serviceOfThisFrameworkIsPreferredToAnImportedOneThatWasThereFirst() {
        export("roof");
        FRAMEWORKS.child().awaitReference(A.class, "(service.imported=*)");
        ServiceRegistration<A> here = registerHere();

        assertEquals(here.getReference(), preferred());
        here.unregister();
        services.remove(here);
        assertEquals("roof", preferred().getProperty("place"));
    }

    @Test
    void importedServiceIsPreferredWhereTheConfigurationSaysSo() {
        startAnew(Map.of("import.ranking", "1"));
        registerHere();
        assertNull(preferred().getProperty("place"));
        export("roof");

        FRAMEWORKS.child().awaitReference(A.class, "(service.imported=*)");

        assertEquals("roof", preferred().getProperty("place"));
    }

    @Test
    void referenceWithATargetImportsWhatMatchesItAndNothingElse() throws Exception {
        TestFramework child = FRAMEWORKS.child();
        List<Object> imported = Collections.synchronizedList(new ArrayList<>());
        // It names no interface, so it asks for nothing.
        child.context().addServiceListener((AllServiceListener) event -> {
            if (event.getType() == ServiceEvent.REGISTERED) {
                imported.add(event.getServiceReference().getProperty("place"));
            }
        }, "(&(service.imported=*)(place=*))");
        export("cellar");
        export("roof");

        Bundle consumer = child.install(TestBundle.of("consumer", RoofReader.class));
        assertEquals("roof 1", child.await(Supplier.class, "(reads=roof)").get());
        child.awaitReference(A.class, "(place=cellar)");

        Await.until("the order of the imports", TestFramework.SOON, () -> List.copyOf(imported), List.of("roof", "cellar")::equals);
        consumer.uninstall();
    }
}

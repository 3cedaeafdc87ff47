package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ExportRegistration;
import org.osgi.service.remoteserviceadmin.ImportRegistration;

import io.remoteobjects.itests.conformance.harness.Admin;
import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.harness.TestFramework;
import io.remoteobjects.itests.conformance.samples.A;
import io.remoteobjects.itests.conformance.samples.Base;
import io.remoteobjects.itests.conformance.samples.Sub;
import io.remoteobjects.itests.conformance.samples.SubService;
import io.remoteobjects.itests.harness.Await;

/**
 * Where Aries' Remote Service Admin 1.16.1 does less than chapter 122 asks for: what users do not notice, and what they do, as
 * docs/osgi.md has it. A test of the second kind that fails tells that Aries was mended, and its line can go.
 */
@DisplayName("Chapter 122, Aries RSA")
class AriesTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private static final String INTERFACES = "service.exported.interfaces";
    private static final String IMPORTED = "(service.imported=*)";

    private Admin admin;

    @BeforeEach
    void get() {
        admin = new Admin(FRAMEWORKS.child());
    }

    @AfterEach
    void nothingIsLeft() {
        admin.close();
        FRAMEWORKS.parent().awaitGone(A.class, IMPORTED);
    }

    private ExportRegistration export(ServiceRegistration<?> service) {
        return admin.service().exportService(service.getReference(), new HashMap<>(Map.of(INTERFACES, "*"))).iterator().next();
    }

    private static Dictionary<String, Object> exported(String value) {
        return new Hashtable<>(Map.of(INTERFACES, "*", "mykey", value));
    }

    @Nested
    class IsNotNoticed {

        @Test
        void changedPropertiesOfAServiceArriveAndTheEndpointKeepsWhatItsProviderAdded() {
            ServiceRegistration<A> service = FRAMEWORKS.child().register(A.class, text -> "a " + text,
                    Map.of(INTERFACES, "*", "mykey", "1"));
            ServiceReference<A> imported = FRAMEWORKS.parent().awaitReference(A.class, "(&(service.imported=*)(mykey=1))");
            A proxy = FRAMEWORKS.parent().context().getService(imported);
            Object intents = imported.getProperty("service.intents");
            Object url = imported.getProperty("remoteobjects.url");

            service.setProperties(exported("2"));

            assertEquals(imported, FRAMEWORKS.parent().awaitReference(A.class, "(&(service.imported=*)(mykey=2))"));
            assertEquals(Admin.strings(intents), Admin.strings(imported.getProperty("service.intents")));
            assertEquals(url, imported.getProperty("remoteobjects.url"));
            assertNotNull(imported.getProperty("endpoint.package.version." + A.class.getPackageName()));
            assertEquals("a 1", proxy.a("1"));
            service.unregister();
        }

        @Test
        void exportedServiceIsGivenBackWhenItsExportEnds() {
            ServiceRegistration<A> service = FRAMEWORKS.child().register(A.class, text -> text, Map.of());
            ExportRegistration export = export(service);
            assertNotNull(service.getReference().getUsingBundles());

            export.close();

            assertNull(service.getReference().getUsingBundles());
            service.unregister();
        }

        @Test
        void topologyManagerThatIsRestartedStillWithdrawsServicesThatGo() throws BundleException {
            Bundle topology = FRAMEWORKS.child().bundle("io.remoteobjects.topology");
            admin.close();
            topology.stop();
            topology.start();
            admin = new Admin(FRAMEWORKS.child());
            ServiceRegistration<A> service = FRAMEWORKS.child().register(A.class, text -> text, Map.of(INTERFACES, "*"));
            FRAMEWORKS.parent().awaitReference(A.class, IMPORTED);

            service.unregister();

            FRAMEWORKS.parent().awaitGone(A.class, IMPORTED);
            Await.until("the end of the export", TestFramework.SOON, () -> admin.service().getExportedServices(), Collection::isEmpty);
        }

        @Test
        void servicesOfABundleThatGivesRemoteServiceAdminBackAreExportedAgain() {
            ServiceRegistration<A> service = FRAMEWORKS.child().register(A.class, text -> "a " + text, Map.of(INTERFACES, "*"));
            Object first = FRAMEWORKS.parent().awaitReference(A.class, IMPORTED).getProperty("endpoint.id");

            admin.close();

            ServiceReference<A> again = FRAMEWORKS.parent().awaitReference(A.class, "(&(service.imported=*)(!(endpoint.id=" + first + ")))");
            assertEquals("a 1", FRAMEWORKS.parent().context().getService(again).a("1"));
            FRAMEWORKS.parent().awaitGone(A.class, "(endpoint.id=" + first + ")");
            admin = new Admin(FRAMEWORKS.child());
            service.unregister();
        }

        @Test
        void serviceThatIsNotExportedIsGivenBackAtOnce() {
            ServiceRegistration<A> service = FRAMEWORKS.child().register(A.class, text -> text, Map.of());

            assertTrue(admin.service().exportService(service.getReference(), new HashMap<>(Map.of(INTERFACES, "*",
                    "service.exported.intents", "acme.unknown"))).isEmpty());

            assertNull(service.getReference().getUsingBundles());
            service.unregister();
        }
    }

    @Nested
    class IsNoticed {

        @Test
        void noUpdateAtAllIsAnError() {
            ServiceRegistration<A> service = FRAMEWORKS.child().register(A.class, text -> text, Map.of());
            ExportRegistration export = export(service);

            assertThrows(NullPointerException.class, () -> export.update(null));
            service.unregister();
        }

        @Test
        void interfaceThatOnlyAnotherInterfaceExtendsIsNotFound() {
            ServiceRegistration<?> service = FRAMEWORKS.child().register(new SubService(), Map.of(), Base.class, Sub.class);

            Throwable failure = export(service).getException();

            assertInstanceOf(ClassNotFoundException.class, failure);
            assertTrue(failure.getMessage().contains(Base.class.getName()), failure.getMessage());
            service.unregister();
        }

        @Test
        void exportThatIsUpdatedByHandLosesWhatIsNotGivenAgain() {
            ServiceRegistration<A> service = FRAMEWORKS.child().register(A.class, text -> text, Map.of());
            ExportRegistration export = export(service);
            EndpointDescription before = export.getExportReference().getExportedEndpoint();

            EndpointDescription after = export.update(Map.of("mykey", "2"));

            assertEquals(before.getId(), after.getId());
            assertFalse(after.getProperties().containsKey("remoteobjects.url"));
            Map<String, Object> all = new HashMap<>(before.getProperties());
            all.put("mykey", "3");
            assertEquals(before.getProperties().get("remoteobjects.url"), export.update(all).getProperties().get("remoteobjects.url"));
            service.unregister();
        }

        @Test
        void importThatIsNotTheFirstOfItsEndpointCannotBeUpdated() {
            ServiceRegistration<A> service = FRAMEWORKS.child().register(A.class, text -> text, Map.of());
            EndpointDescription endpoint = export(service).getExportReference().getExportedEndpoint();
            try (Admin importing = new Admin(FRAMEWORKS.parent())) {
                ImportRegistration first = importing.service().importService(endpoint);
                ImportRegistration second = importing.service().importService(endpoint);

                assertTrue(first.update(changed(endpoint)));
                assertNull(first.getImportReference().getImportedEndpoint().getProperties().get("mykey"));
                assertThrows(NullPointerException.class, () -> second.update(changed(endpoint)));
                first.close();
                second.close();
            }
            service.unregister();
        }

        private static EndpointDescription changed(EndpointDescription endpoint) {
            Map<String, Object> properties = new HashMap<>(endpoint.getProperties());
            properties.put("mykey", "changed");
            return new EndpointDescription(properties);
        }

        @Test
        void importedServiceIsThatOfTheBundleWithTheSpi() {
            ServiceRegistration<A> service = FRAMEWORKS.child().register(A.class, text -> text, Map.of(INTERFACES, "*"));

            assertEquals("org.apache.aries.rsa.spi", FRAMEWORKS.parent().awaitReference(A.class, IMPORTED).getBundle().getSymbolicName());
            service.unregister();
        }

        @Test
        void consumerThatGivesAProxyBackIsNotForgottenByRemoteServiceAdmin() {
            ServiceRegistration<A> service = FRAMEWORKS.child().register(A.class, text -> "a " + text, Map.of(INTERFACES, "*"));
            ServiceReference<A> imported = FRAMEWORKS.parent().awaitReference(A.class, IMPORTED);
            A proxy = FRAMEWORKS.parent().context().getService(imported);

            FRAMEWORKS.parent().context().ungetService(imported);

            assertEquals("a 1", proxy.a("1"));
            service.unregister();
        }
    }
}

package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ExportRegistration;
import org.osgi.service.remoteserviceadmin.ImportReference;
import org.osgi.service.remoteserviceadmin.ImportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdminEvent;

import io.remoteobjects.itests.conformance.harness.Admin;
import io.remoteobjects.itests.conformance.harness.AdminEvents;
import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.samples.A;
import io.remoteobjects.itests.conformance.samples.AandB;
import io.remoteobjects.itests.conformance.samples.B;

/** What one framework's Remote Service Admin exports, the other's imports; the description goes from hand to hand, without discovery. */
@DisplayName("Chapter 122, 6 import")
class ImportTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private static final Map<String, Object> PROPERTIES = Map.of("mykey", "will be overridden", "myprop", "myvalue", "mylist",
            List.of("one", "two"), "myset", Set.of("one", "two"), "myfloat", 3.1415f, "mydouble", -3.1415, "mychar", 't', "myxml",
            "<myxml>test</myxml>", ".do_not_forward", "private");

    private Admin exporting;
    private Admin importing;
    private AdminEvents events;
    private ServiceRegistration<?> service;
    private ExportRegistration exported;
    private EndpointDescription endpoint;

    @BeforeEach
    void export() throws Exception {
        exporting = new Admin(FRAMEWORKS.child());
        importing = new Admin(FRAMEWORKS.parent());
        events = new AdminEvents(FRAMEWORKS.parent());
        service = FRAMEWORKS.child().register(new AandB(), PROPERTIES, A.class, B.class);
        exported = exporting.service().exportService(service.getReference(), new HashMap<>(Map.of("service.exported.interfaces",
                A.class.getName(), "mykey", "has been overridden"))).iterator().next();
        endpoint = new EndpointDescription(carried(exported.getExportReference().getExportedEndpoint().getProperties()));
    }

    @AfterEach
    void nothingIsLeft() {
        events.close();
        service.unregister();
        assertEquals(List.of(), List.copyOf(importing.service().getImportedEndpoints()));
        importing.close();
        exporting.close();
    }

    /** By Java serialization, to where nobody knows anything but the JDK. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> carried(Map<String, Object> properties) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new HashMap<>(properties));
        }
        try (ObjectInputStream in = new JdkOnly(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Map<String, Object>) in.readObject();
        }
    }

    private static final class JdkOnly extends ObjectInputStream {

        JdkOnly(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
            return Class.forName(type.getName(), false, ClassLoader.getPlatformClassLoader());
        }
    }

    private ImportRegistration importIt() {
        ImportRegistration imported = importing.service().importService(endpoint);
        assertNotNull(imported);
        assertNull(imported.getException());
        return imported;
    }

    private static String call(ImportRegistration imported) {
        ServiceReference<?> reference = imported.getImportReference().getImportedService();
        A proxy = (A) FRAMEWORKS.parent().context().getService(reference);
        try {
            return proxy.a("call");
        } finally {
            FRAMEWORKS.parent().context().ungetService(reference);
        }
    }

    @Test
    void propertiesOfTheEndpointAreSerializableAndOfJdkClassesOnly() throws Exception {
        assertEquals(exported.getExportReference().getExportedEndpoint().getProperties().keySet(), endpoint.getProperties().keySet());
    }

    @Test
    void endpointPromisesAnIntent() {
        assertFalse(endpoint.getIntents().isEmpty());
    }

    @Test
    void propertiesOfTheServiceComeThrough() {
        ImportRegistration imported = importIt();
        ServiceReference<?> reference = imported.getImportReference().getImportedService();

        assertEquals("myvalue", reference.getProperty("myprop"));
        assertEquals(List.of("one", "two"), reference.getProperty("mylist"));
        assertEquals(Set.of("one", "two"), reference.getProperty("myset"));
        assertEquals(3.1415f, reference.getProperty("myfloat"));
        assertEquals(-3.1415, reference.getProperty("mydouble"));
        assertEquals('t', reference.getProperty("mychar"));
        assertEquals("<myxml>test</myxml>", reference.getProperty("myxml"));
        imported.close();
    }

    @Test
    void privatePropertiesStay() {
        ImportRegistration imported = importIt();

        assertNull(imported.getImportReference().getImportedService().getProperty(".do_not_forward"));
        imported.close();
    }

    @Test
    void overriddenPropertyIsThatOfTheImportedService() {
        ImportRegistration imported = importIt();

        assertEquals("has been overridden", imported.getImportReference().getImportedService().getProperty("mykey"));
        assertEquals("has been overridden", imported.getImportReference().getImportedEndpoint().getProperties().get("mykey"));
        imported.close();
    }

    @Test
    void unknownConfigurationTypeIsNotImported() {
        Map<String, Object> unknown = new HashMap<>(endpoint.getProperties());
        unknown.put("service.imported.configs", "acme.unknown");

        assertNull(importing.service().importService(new EndpointDescription(unknown)));
    }

    @Test
    void importedServiceSaysThatItIsOne() {
        ImportRegistration imported = importIt();
        ServiceReference<?> reference = imported.getImportReference().getImportedService();

        assertNotNull(reference.getProperty("service.imported"));
        assertEquals(endpoint.getConfigurationTypes(), Admin.strings(reference.getProperty("service.imported.configs")));
        imported.close();
    }

    @Test
    void importedServiceKeepsTheIntentsOfTheEndpoint() {
        ImportRegistration imported = importIt();

        assertTrue(Admin.strings(imported.getImportReference().getImportedService().getProperty("service.intents"))
                .containsAll(endpoint.getIntents()));
        imported.close();
    }

    @Test
    void importedEndpointIsOneOfTheImportedService() {
        ImportRegistration imported = importIt();
        ImportReference reference = imported.getImportReference();

        assertEquals(List.of(A.class.getName()), reference.getImportedEndpoint().getInterfaces());
        assertTrue(endpoint.isSameService(new EndpointDescription(reference.getImportedService(),
                reference.getImportedEndpoint().getProperties())));
        imported.close();
    }

    @Test
    void listenersAreToldOfAnImportOnce() {
        ImportRegistration imported = importIt();

        List<RemoteServiceAdminEvent> told = events.told();

        assertEquals(1, told.size());
        RemoteServiceAdminEvent event = told.get(0);
        assertEquals(RemoteServiceAdminEvent.IMPORT_REGISTRATION, event.getType());
        assertEquals(importing.reference().getBundle(), event.getSource());
        assertNull(event.getException());
        assertTrue(endpoint.isSameService(event.getImportReference().getImportedEndpoint()));
        imported.close();
    }

    @Test
    void eventAdminIsToldOfAnImportOnceByTheBundleOfRemoteServiceAdmin() {
        ImportRegistration imported = importIt();

        List<Event> posted = events.posted();

        assertEquals(1, posted.size());
        assertEquals("org/osgi/service/remoteserviceadmin/IMPORT_REGISTRATION", posted.get(0).getTopic());
        assertEquals(importing.reference().getBundle(), posted.get(0).getProperty("bundle"));
        assertNull(posted.get(0).getProperty("cause"));
        imported.close();
    }

    @Test
    void proxyAnswers() {
        ImportRegistration imported = importIt();

        assertEquals("a call", call(imported));
        imported.close();
    }

    @Test
    void secondImportIsARegistrationOfTheSameService() {
        ImportRegistration first = importIt();
        ImportRegistration second = importIt();

        assertNotSame(first, second);
        assertEquals(first.getImportReference().getImportedService(), second.getImportReference().getImportedService());
        first.close();
        second.close();
    }

    @Test
    void listenersAreToldOfEveryImport() {
        ImportRegistration first = importIt();
        ImportRegistration second = importIt();

        assertEquals(List.of(RemoteServiceAdminEvent.IMPORT_REGISTRATION, RemoteServiceAdminEvent.IMPORT_REGISTRATION),
                events.told().stream().map(RemoteServiceAdminEvent::getType).toList());
        assertEquals(2, events.posted().size());
        first.close();
        second.close();
    }

    @Test
    void proxyAnswersUntilItsLastImportIsClosed() {
        ImportRegistration first = importIt();
        ImportRegistration second = importIt();
        assertEquals("a call", call(second));

        second.close();
        second.close();

        assertEquals("a call", call(first));
        first.close();
    }

    /** The first is not special: it may be closed before the others. */
    @Test
    void importsAreClosedInAnyOrder() {
        ImportRegistration first = importIt();
        ImportRegistration second = importIt();

        first.close();

        assertEquals("a call", call(second));
        second.close();
    }

    @Test
    void serviceAndListEntryGoWithTheLastImport() {
        ImportRegistration first = importIt();
        ImportRegistration second = importIt();
        ServiceReference<?> reference = first.getImportReference().getImportedService();
        Collection<ImportReference> listed = importing.service().getImportedEndpoints();
        assertEquals(2, listed.size());

        second.close();
        assertEquals(1, importing.service().getImportedEndpoints().size());
        first.close();
        first.close();

        assertNull(reference.getBundle());
        assertEquals(List.of(), List.copyOf(importing.service().getImportedEndpoints()));
    }

    @Test
    void listenersAreToldOfTheEndOfEveryImport() {
        ImportRegistration first = importIt();
        ImportRegistration second = importIt();
        events.told();
        events.posted();

        second.close();
        second.close();
        first.close();
        first.close();

        List<RemoteServiceAdminEvent> told = events.told();
        assertEquals(2, told.size());
        for (RemoteServiceAdminEvent each : told) {
            assertEquals(RemoteServiceAdminEvent.IMPORT_UNREGISTRATION, each.getType());
            assertNull(each.getException());
            assertNull(each.getImportReference().getImportedEndpoint());
        }
        assertEquals(List.of("org/osgi/service/remoteserviceadmin/IMPORT_UNREGISTRATION",
                "org/osgi/service/remoteserviceadmin/IMPORT_UNREGISTRATION"), events.posted().stream().map(Event::getTopic).toList());
    }
}

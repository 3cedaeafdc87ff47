package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ExportReference;
import org.osgi.service.remoteserviceadmin.ExportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdminEvent;

import io.remoteobjects.itests.conformance.harness.Admin;
import io.remoteobjects.itests.conformance.harness.AdminEvents;
import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.harness.TestFramework;
import io.remoteobjects.itests.conformance.samples.A;
import io.remoteobjects.itests.conformance.samples.AandB;
import io.remoteobjects.itests.conformance.samples.B;
import io.remoteobjects.itests.harness.Await;

/** What Remote Service Admin makes of services that it is told to export. */
@DisplayName("Chapter 122, 5 export")
class ExportTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private static final String INTERFACES = "service.exported.interfaces";
    private static final String CONFIGS = "service.exported.configs";

    private TestFramework framework;
    private Admin admin;
    private AdminEvents events;
    private ServiceRegistration<?> service;

    @BeforeEach
    void register() {
        framework = FRAMEWORKS.child();
        admin = new Admin(framework);
        events = new AdminEvents(framework);
        service = framework.register(new AandB(), Map.of("mykey", "will be overridden", "myprop", "myvalue"), A.class, B.class);
    }

    @AfterEach
    void nothingIsLeft() {
        events.close();
        service.unregister();
        Await.until("the end of all exports", TestFramework.SOON, () -> admin.service().getExportedServices(), Collection::isEmpty);
        assertTrue(admin.service().getImportedEndpoints().isEmpty());
        admin.close();
    }

    private Collection<ExportRegistration> exports(Map<String, ?> properties) {
        return admin.service().exportService(service.getReference(), new HashMap<>(properties));
    }

    private ExportRegistration export(Map<String, ?> properties) {
        Collection<ExportRegistration> exported = exports(properties);
        assertEquals(1, exported.size());
        ExportRegistration registration = exported.iterator().next();
        assertNull(registration.getException());
        return registration;
    }

    private EndpointDescription endpoint(Map<String, ?> properties) {
        return export(properties).getExportReference().getExportedEndpoint();
    }

    /** The properties, besides others, that make an export of interface A. */
    private Map<String, Object> asA(String key, Object value) {
        return Map.of(INTERFACES, A.class.getName(), key, value);
    }

    private EndpointDescription endpointOfA() {
        return endpoint(Map.of(INTERFACES, A.class.getName()));
    }

    @Test
    void configurationTypesThatAreSupportedAreNamedByAService() {
        assertFalse(admin.configType().isEmpty());
    }

    @Test
    void unknownConfigurationTypeIsNotExported() {
        assertEquals(List.of(), List.copyOf(exports(asA(CONFIGS, "acme.unknown"))));
    }

    @Test
    void unknownIntentIsNotExported() {
        assertEquals(List.of(), List.copyOf(exports(asA("service.exported.intents", "acme.unknown"))));
    }

    @Test
    void unknownExtraIntentIsNotExported() {
        assertEquals(List.of(), List.copyOf(exports(asA("service.exported.intents.extra", "acme.unknown"))));
    }

    @Test
    void interfaceThatIsNotOfTheServiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> exports(Map.of(INTERFACES, Runnable.class.getName())));
    }

    @Test
    void withoutExtraPropertiesThoseOfTheServiceAreUsed() {
        service.unregister();
        service = framework.register(new AandB(), Map.of(INTERFACES, A.class.getName()), A.class, B.class);

        Collection<ExportRegistration> exported = admin.service().exportService(service.getReference(), null);

        assertEquals(1, exported.size());
        assertEquals(List.of(A.class.getName()), exported.iterator().next().getExportReference().getExportedEndpoint().getInterfaces());
    }

    @Test
    void extraPropertiesOverrideThoseOfTheServiceWhateverTheCaseOfTheirKeys() {
        Map<String, Object> properties = endpoint(asA("MyKey", "has been overridden")).getProperties();

        assertEquals("has been overridden", properties.get("mykey"));
        assertEquals(1, properties.keySet().stream().filter("mykey"::equalsIgnoreCase).count());
        assertEquals("myvalue", properties.get("myprop"));
    }

    @Test
    void extraObjectClassAndServiceIdAreIgnoredEvenOfAWrongType() {
        EndpointDescription endpoint = endpoint(Map.of(INTERFACES, A.class.getName(), "OBJECTCLASS", 1, "Service.Id", "nonsense"));

        assertEquals(List.of(A.class.getName()), endpoint.getInterfaces());
        assertEquals(service.getReference().getProperty("service.id"), endpoint.getServiceId());
    }

    @Test
    void endpointIsOfTheConfigurationTypeThatWasAskedFor() {
        assertEquals(List.of(admin.configType()), endpoint(asA(CONFIGS, admin.configType())).getConfigurationTypes());
    }

    @Test
    void endpointHasPropertiesOfItsConfigurationType() {
        assertFalse(ownProperties(endpointOfA()).isEmpty());
    }

    private List<String> ownProperties(EndpointDescription endpoint) {
        return endpoint.getProperties().keySet().stream().filter(key -> key.startsWith(admin.configType() + ".")).toList();
    }

    @Test
    void nonsenseInAnyPropertyOfTheConfigurationTypeIsRefused() {
        ExportRegistration registration = export(Map.of(INTERFACES, A.class.getName()));
        List<String> own = ownProperties(registration.getExportReference().getExportedEndpoint());
        registration.close();

        for (String key : own) {
            assertThrows(IllegalArgumentException.class, () -> exports(Map.of(INTERFACES, A.class.getName(), CONFIGS, admin.configType(),
                    key, new Nonsense())), key);
        }
    }

    private static final class Nonsense {
    }

    @Test
    void secondExportIsARegistrationOfItsOwnAndBothAreListed() {
        ExportRegistration first = export(Map.of(INTERFACES, A.class.getName()));
        ExportRegistration second = export(Map.of(INTERFACES, A.class.getName()));

        assertNotSame(first, second);
        assertEquals(2, admin.service().getExportedServices().size());
    }

    @Test
    void closingOneExportLeavesTheOther() {
        ExportRegistration first = export(Map.of(INTERFACES, A.class.getName()));
        ExportRegistration second = export(Map.of(INTERFACES, A.class.getName()));

        second.close();

        assertEquals(1, admin.service().getExportedServices().size());
        assertEquals(service.getReference(), first.getExportReference().getExportedService());
        assertNotNull(first.getExportReference().getExportedEndpoint());
    }

    @Test
    void closingAnExportTwiceIsClosingItOnce() {
        export(Map.of(INTERFACES, A.class.getName()));
        ExportRegistration second = export(Map.of(INTERFACES, A.class.getName()));

        second.close();
        second.close();

        assertEquals(1, admin.service().getExportedServices().size());
    }

    @Test
    void referenceOfAClosedExportIsEmpty() {
        ExportRegistration registration = export(Map.of(INTERFACES, A.class.getName()));
        ExportReference reference = registration.getExportReference();

        registration.close();

        assertNull(reference.getExportedEndpoint());
        assertNull(reference.getExportedService());
        assertNull(registration.getExportReference());
    }

    @Test
    void closingAllExportsEmptiesTheList() {
        ExportRegistration first = export(Map.of(INTERFACES, A.class.getName()));
        ExportRegistration second = export(Map.of(INTERFACES, A.class.getName()));

        first.close();
        second.close();

        assertEquals(List.of(), List.copyOf(admin.service().getExportedServices()));
    }

    @Test
    void exportsEndWithTheirService() {
        ExportReference reference = export(Map.of(INTERFACES, A.class.getName())).getExportReference();

        service.unregister();
        service = framework.register(new AandB(), Map.of(), A.class, B.class);

        Await.until("the end of the export", TestFramework.SOON, () -> reference.getExportedEndpoint() == null);
        assertEquals(List.of(), List.copyOf(admin.service().getExportedServices()));
    }

    @Test
    void listenersAreToldOfAnExportOnce() {
        EndpointDescription endpoint = endpointOfA();

        List<RemoteServiceAdminEvent> told = events.told();

        assertEquals(1, told.size());
        RemoteServiceAdminEvent event = told.get(0);
        assertEquals(RemoteServiceAdminEvent.EXPORT_REGISTRATION, event.getType());
        assertEquals(admin.reference().getBundle(), event.getSource());
        assertNull(event.getException());
        assertEquals(service.getReference(), event.getExportReference().getExportedService());
        assertEquals(endpoint, event.getExportReference().getExportedEndpoint());
    }

    @Test
    void exportsEndWithTheUseOfRemoteServiceAdmin() {
        ExportRegistration registration = export(Map.of(INTERFACES, A.class.getName()));
        events.told();

        admin.close();

        assertNull(registration.getExportReference());
        List<RemoteServiceAdminEvent> told = events.told();
        assertEquals(1, told.size());
        assertEquals(RemoteServiceAdminEvent.EXPORT_UNREGISTRATION, told.get(0).getType());
        assertNull(told.get(0).getExportReference().getExportedEndpoint());
        admin = new Admin(framework);
        assertEquals(List.of(), List.copyOf(admin.service().getExportedServices()));
    }

    @Test
    void eventAdminIsToldOfAnExportOnce() {
        export(Map.of(INTERFACES, A.class.getName()));

        assertPosted("EXPORT_REGISTRATION", RemoteServiceAdminEvent.EXPORT_REGISTRATION);
    }

    @Test
    void eventAdminIsToldOfItsEndOnce() {
        ExportRegistration registration = export(Map.of(INTERFACES, A.class.getName()));
        events.posted();

        registration.close();

        assertPosted("EXPORT_UNREGISTRATION", RemoteServiceAdminEvent.EXPORT_UNREGISTRATION);
    }

    private void assertPosted(String topic, int type) {
        List<Event> posted = events.posted();
        assertEquals(1, posted.size());
        Event event = posted.get(0);
        assertEquals("org/osgi/service/remoteserviceadmin/" + topic, event.getTopic());
        Bundle bundle = admin.reference().getBundle();
        assertEquals(bundle, event.getProperty("bundle"));
        assertEquals(bundle.getBundleId(), event.getProperty("bundle.id"));
        assertEquals(bundle.getSymbolicName(), event.getProperty("bundle.symbolicname"));
        assertEquals(bundle.getVersion(), event.getProperty("bundle.version"));
        assertTrue(event.getProperty("timestamp") instanceof Long);
        assertEquals(type, ((RemoteServiceAdminEvent) event.getProperty("event")).getType());
        assertNull(event.getProperty("cause"));
    }

    @Test
    void endpointSaysNothingOfHowItWasExported() {
        assertEquals(List.of(),
                endpointOfA().getProperties().keySet().stream().filter(key -> key.startsWith("service.exported.")).toList());
    }

    @Test
    void endpointSaysWhereItIs() {
        EndpointDescription endpoint = endpointOfA();

        assertFalse(endpoint.getId().isEmpty());
        assertEquals(framework.id(), endpoint.getFrameworkUUID());
        assertEquals(service.getReference().getProperty("service.id"), endpoint.getServiceId());
    }

    @Test
    void endpointSaysHowItIsImported() {
        EndpointDescription endpoint = endpointOfA();

        assertNotNull(endpoint.getProperties().get("service.imported"));
        assertEquals(List.of(admin.configType()), endpoint.getConfigurationTypes());
    }

    @Test
    void endpointHasOnlyTheInterfacesThatWereAskedFor() {
        assertEquals(List.of(A.class.getName()), endpointOfA().getInterfaces());
        assertEquals(List.of(A.class.getName(), B.class.getName()), endpoint(Map.of(INTERFACES, "*")).getInterfaces());
    }

    @Test
    void endpointPromisesAnIntentThoughNoneWasAskedFor() {
        assertFalse(endpointOfA().getIntents().isEmpty());
    }

    @Test
    void endpointPromisesTheIntentsThatWereAskedFor() {
        assertTrue(endpoint(asA("service.exported.intents", "osgi.basic")).getIntents().contains("osgi.basic"));
    }

    @Test
    void endpointIsOneThatCanBeMadeOfItsServiceAndProperties() {
        EndpointDescription endpoint = endpointOfA();
        ServiceReference<?> reference = service.getReference();

        assertEquals(endpoint, new EndpointDescription(reference, endpoint.getProperties()));
    }
}

package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.ExportRegistration;
import org.osgi.service.remoteserviceadmin.ImportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdminEvent;

import io.remoteobjects.itests.conformance.harness.Admin;
import io.remoteobjects.itests.conformance.harness.AdminEvents;
import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.harness.Told;
import io.remoteobjects.itests.conformance.samples.A;

/** An endpoint gets other properties while its service is in use: asked for by a call through the very proxy. */
@DisplayName("Chapter 122, 8 update")
class UpdateTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private final Told<EndpointDescription> updated = new Told<>();

    private Admin exporting;
    private Admin importing;
    private ServiceRegistration<A> service;
    private ImportRegistration imported;
    private A proxy;
    private AdminEvents importEvents;

    @BeforeEach
    void exportAndImport() {
        exporting = new Admin(FRAMEWORKS.child());
        importing = new Admin(FRAMEWORKS.parent());
        AtomicReference<ExportRegistration> export = new AtomicReference<>();
        service = FRAMEWORKS.child().register(A.class, value -> {
            updated.add(export.get().update(Map.of("someNewProp", value)));
            return "updated to " + value;
        }, Map.of());
        export.set(exporting.service().exportService(service.getReference(), new HashMap<>(Map.of("service.exported.interfaces", "*")))
                .iterator().next());
        imported = importing.service().importService(export.get().getExportReference().getExportedEndpoint());
        proxy = (A) FRAMEWORKS.parent().context().getService(imported.getImportReference().getImportedService());
        importEvents = new AdminEvents(FRAMEWORKS.parent());
    }

    @AfterEach
    void stop() {
        importEvents.close();
        imported.close();
        service.unregister();
        importing.close();
        exporting.close();
    }

    @Test
    void updatedExportHasTheNewProperty() {
        proxy.a("SomeValue");

        assertEquals("SomeValue", updated.next().getProperties().get("someNewProp"));
    }

    @Test
    void updatedExportIsTheSameEndpoint() {
        proxy.a("SomeValue");

        assertEquals(imported.getImportReference().getImportedEndpoint(), updated.next());
    }

    @Test
    void callThatAsksForTheUpdateIsAnsweredAndTheProxyGoesOn() {
        assertEquals("updated to 1", proxy.a("1"));
        assertTrue(imported.update(updated.next()));
        assertEquals("updated to 2", proxy.a("2"));
    }

    @Test
    void listenersAreToldOfTheUpdatedExport() {
        try (AdminEvents exportEvents = new AdminEvents(FRAMEWORKS.child())) {
            proxy.a("SomeValue");

            List<RemoteServiceAdminEvent> told = exportEvents.told();
            assertEquals(List.of(RemoteServiceAdminEvent.EXPORT_UPDATE), told.stream().map(RemoteServiceAdminEvent::getType).toList());
            assertEquals("SomeValue", told.get(0).getExportReference().getExportedEndpoint().getProperties().get("someNewProp"));
        }
    }

    @Test
    void eventAdminIsToldOfTheUpdatedExport() {
        try (AdminEvents exportEvents = new AdminEvents(FRAMEWORKS.child())) {
            proxy.a("SomeValue");

            assertEquals("org/osgi/service/remoteserviceadmin/EXPORT_UPDATE", exportEvents.nextPosted().getTopic());
        }
    }

    @Test
    void updatedImportShowsTheNewProperty() {
        proxy.a("SomeValue");

        assertTrue(imported.update(updated.next()));

        assertNull(imported.getException());
        assertEquals("SomeValue", imported.getImportReference().getImportedService().getProperty("someNewProp"));
        assertEquals(1, FRAMEWORKS.parent().references(A.class, "(someNewProp=SomeValue)").size());
    }

    @Test
    void listenersAreToldOfTheUpdatedImport() {
        proxy.a("SomeValue");
        imported.update(updated.next());

        assertEquals(List.of(RemoteServiceAdminEvent.IMPORT_UPDATE), importEvents.told().stream().map(RemoteServiceAdminEvent::getType)
                .toList());
    }

    @Test
    void eventAdminIsToldOfTheUpdatedImport() {
        proxy.a("SomeValue");
        imported.update(updated.next());

        assertEquals(List.of("org/osgi/service/remoteserviceadmin/IMPORT_UPDATE"), importEvents.posted().stream().map(Event::getTopic)
                .toList());
    }
}

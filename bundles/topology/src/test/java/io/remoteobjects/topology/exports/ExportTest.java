package io.remoteobjects.topology.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.ExportReference;
import org.osgi.service.remoteserviceadmin.ExportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

import io.remoteobjects.topology.ExportStatus;
import io.remoteobjects.topology.policy.Permission;

class ExportTest {

    private static final Marking MARKED = new Marking("", Map.of());
    private static final Permission ALL = Permission.of("export.filter", "");

    private final Map<String, Object> service = new HashMap<>(Map.of("service.id", 5L, "objectClass", new String[] {"a.Gps"},
            "service.exported.interfaces", "*", "remote.source", "gps"));
    private final Announcements announcements = new Announcements();
    private final List<String> heard = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();
    private final RemoteServiceAdmin admin = admin();
    private RuntimeException refusal;
    private Throwable failure;
    private boolean gone;
    private Export export;

    @BeforeEach
    void mark() {
        announcements.addListener("listener", (event, filter) -> heard.add((event.getType() == EndpointEvent.ADDED ? "+"
                : event.getType() == EndpointEvent.REMOVED ? "-" : "~") + event.getEndpoint().getProperties().get("place")),
                Scope.of("(objectClass=*)"));
        export = new Export(reference(), MARKED, ALL, announcements);
    }

    @Test
    void exportedServiceIsAnnouncedAndShown() {
        export.exportBy(admin);

        assertEquals(List.of("+null"), heard);
        ExportStatus status = export.statuses().get(0);
        assertTrue(status.isExported());
        assertEquals(List.of("gps", "local:here", "e1", "demo", 5L),
                List.of(status.name(), status.url(), status.endpointId(), status.bundle(), status.serviceId()));
    }

    @Test
    void failureIsShownAndMayPass() {
        failure = new IllegalStateException("name in use");
        export.exportBy(admin);
        assertEquals("name in use", export.statuses().get(0).failure());
        assertEquals("gps", export.statuses().get(0).name());
        assertTrue(export.failed(admin));
        assertTrue(registrations.get(0).closed);

        failure = null;
        export.exportBy(admin);

        assertFalse(export.failed(admin));
        assertEquals(List.of("+null"), heard);
        assertTrue(export.statuses().get(0).isExported());
    }

    @Test
    void refusalIsAFailureToo() {
        refusal = new IllegalArgumentException("remoteobjects.name is no String");

        export.exportBy(admin);

        assertEquals("remoteobjects.name is no String", export.statuses().get(0).failure());
    }

    @Test
    void serviceThatGoesWhileItIsExportedIsNoFailure() {
        gone = true;

        export.exportBy(admin);

        assertFalse(export.failed(admin));
        assertEquals(List.of(), heard);
    }

    @Test
    void changedPropertiesReachTheEndpoint() {
        export.exportBy(admin);
        service.put("place", "roof");

        assertFalse(export.update(MARKED, ALL));

        assertEquals(List.of("+null", "~roof"), heard);
        assertEquals("roof", registrations.get(0).updated.get("place"));
        assertEquals("local:here", registrations.get(0).updated.get("remoteobjects.url"));
    }

    @Test
    void changeThatTheEndpointDoesNotShowIsNotAnnounced() {
        export.exportBy(admin);
        service.put(".private", "x");

        assertFalse(export.update(MARKED, ALL));

        assertEquals(List.of("+null"), heard);
    }

    @Test
    void changedMarkingWithdrawsTheEndpoint() {
        export.exportBy(admin);
        service.put("remote.source", "other");

        assertTrue(export.update(MARKED, ALL));

        assertEquals(List.of("+null", "-null"), heard);
        assertTrue(registrations.get(0).closed);
    }

    @Test
    void withdrawnServiceIsTakenBack() {
        export.exportBy(admin);

        export.withdraw();

        assertEquals(List.of("+null", "-null"), heard);
        assertTrue(registrations.get(0).closed);
    }

    @Test
    void anAdminThatFailsToEndAnExportKeepsNoOtherFromItsEnd() {
        export.exportBy(admin);
        export.exportBy(admin());
        registrations.get(0).closeFailure = new IllegalStateException("the provider is gone");

        export.withdraw();

        assertEquals(List.of("+null", "+null", "-null", "-null"), heard);
        assertTrue(registrations.get(1).closed);
        assertFalse(export.statuses().get(0).isExported());
    }

    @Test
    void propertyThatGoesWhileItIsReadIsLeftOut() {
        service.put("place", null);

        export = new Export(reference(), MARKED, ALL, announcements);

        export.exportBy(admin);
        assertEquals(List.of("+null"), heard);
    }

    @Test
    void endpointsOfAnAdminGoWithIt() {
        export.exportBy(admin);
        RemoteServiceAdmin other = admin();
        export.exportBy(other);

        export.withdrawFrom(admin);

        assertTrue(registrations.get(0).closed);
        assertFalse(registrations.get(1).closed);
        assertEquals(List.of("e2"), export.statuses().stream().map(ExportStatus::endpointId).toList());
    }

    @Test
    void serviceThatNobodyExportsSaysSo() {
        export.withdrawFrom(admin);

        assertTrue(export.statuses().get(0).failure().contains("no distribution provider"));
    }

    private RemoteServiceAdmin admin() {
        return fake(RemoteServiceAdmin.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "equals":
                    return proxy == arguments[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                default:
                    if (refusal != null) {
                        throw refusal;
                    }
                    Registration registration = new Registration("e" + (registrations.size() + 1), failure);
                    registration.closed = gone;
                    registrations.add(registration);
                    return List.of(registration.registration());
            }
        });
    }

    private ServiceReference<?> reference() {
        Bundle bundle = fake(Bundle.class, (proxy, method, arguments) -> {
            if (method.getName().equals("loadClass")) {
                throw new ClassNotFoundException();
            }
            return "demo";
        });
        return fake(ServiceReference.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getPropertyKeys" -> service.keySet().toArray(String[]::new);
            case "getProperty" -> service.get(arguments[0]);
            case "getBundle" -> bundle;
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(ExportTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** An export that notes what becomes of it. */
    private static final class Registration {

        private final EndpointDescription endpoint;
        private final Throwable failure;
        private Map<?, ?> updated;
        private RuntimeException closeFailure;
        private boolean closed;

        Registration(String id, Throwable failure) {
            this.endpoint = new EndpointDescription(Map.of("endpoint.id", id, "service.imported.configs", "x", "objectClass",
                    new String[] {"a.Gps"}, "remoteobjects.name", "gps", "remoteobjects.url", "local:here"));
            this.failure = failure;
        }

        ExportRegistration registration() {
            ExportReference reference = fake(ExportReference.class, (proxy, method, arguments) -> endpoint);
            return fake(ExportRegistration.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "getException" -> failure;
                case "getExportReference" -> closed ? null : reference;
                case "update" -> {
                    updated = (Map<?, ?>) arguments[0];
                    yield endpoint;
                }
                case "close" -> {
                    if (closeFailure != null) {
                        throw closeFailure;
                    }
                    closed = true;
                    yield null;
                }
                default -> throw new UnsupportedOperationException(method.toString());
            });
        }
    }
}

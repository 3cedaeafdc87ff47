package io.remoteobjects.topology.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.ImportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

import io.remoteobjects.node.Node;
import io.remoteobjects.topology.ImportStatus;
import io.remoteobjects.topology.ImportStatus.Stage;
import io.remoteobjects.topology.policy.Permission;

class ImportsTest {

    private static final LossPolicy KEEP_NOTHING = new LossPolicy(0, false, 0);

    private interface Gps {

        int satellites();
    }

    private final List<SynchronousBundleListener> bundleListeners = new ArrayList<>();
    private final List<String> services = new ArrayList<>();
    private final BundleContext context = Fakes.fake(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
        case "getProperty" -> "here";
        case "addBundleListener" -> bundleListeners.add((SynchronousBundleListener) arguments[0]);
        case "registerService" -> service(arguments[0] instanceof String[] several ? several[0] : (String) arguments[0]);
        default -> throw new UnsupportedOperationException(method.toString());
    });
    private final Bundle chart = Fakes.bundle("chart", Gps.class);
    private final Imports imports = new Imports(context, Runnable::run, new Fakes.Clock(), KEEP_NOTHING,
            Permission.of("import.filter", "(!(secret=*))"), -1);

    @BeforeEach
    void start() {
        imports.start();
        services.clear();
    }

    @Test
    void aNodeThatIsClosedIsToldAsTheProblemAndItsSuccessorIsUsed() throws IOException {
        Node closed = Node.create().start();
        closed.close();
        imports.useNode(closed);
        chartAsks();
        offered("e", Map.of(Names.NAME, "gps", Names.URL, "local:importstest"), Names.CONFIG_TYPE);
        assertEquals(Stage.WAITING, imports.statuses().get(0).stage());
        assertTrue(imports.statuses().get(0).problem().contains("The node is closed"), imports.statuses().get(0).problem());

        try (Node next = Node.create().start()) {
            imports.useNode(next);

            assertEquals("", imports.statuses().get(0).problem());
            assertEquals(List.of("io.remoteobjects.Replica"), services);
            imports.useNode(null);
        }
    }

    @Test
    void oneImportThatFailsDoesNotKeepTheOthersFromTheirTurn() {
        List<String> closed = new ArrayList<>();
        RemoteServiceAdmin admin = Fakes.fake(RemoteServiceAdmin.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            default -> failsToClose(((EndpointDescription) arguments[0]).getId(), closed);
        });
        imports.addAdmin(admin);
        chartAsks();
        offered("e1", Map.of(), "other");
        offered("e2", Map.of(), "other");

        imports.removeAdmin(admin);

        assertEquals(List.of("e1", "e2"), closed);
    }

    @Test
    void whatTheFilterDoesNotPermitIsNoService() {
        chartAsks();
        offered("e", Map.of("secret", "yes"), "other");

        assertEquals(Stage.NOT_PERMITTED, imports.statuses().get(0).stage());
        assertTrue(imports.statuses().get(0).problem().startsWith("import.filter=(!(secret=*))"), imports.statuses().get(0).problem());
    }

    @Test
    void importedServicesAreRankedBelowLocalOnesUnlessTheirEndpointSaysAnother() {
        List<Object> rankings = new ArrayList<>();
        imports.addAdmin(Fakes.fake(RemoteServiceAdmin.class, (proxy, method, arguments) -> {
            rankings.add(((EndpointDescription) arguments[0]).getProperties().get("service.ranking"));
            return new Fakes.Registration().registration();
        }));
        chartAsks();
        offered("e1", Map.of(), "other");
        offered("e2", Map.of("service.ranking", 7), "other");

        assertEquals(List.of(-1, 7), rankings);
    }

    @Test
    void anotherConfigurationChangesOnlyWhatItConcerns() {
        List<String> opened = new ArrayList<>();
        Map<String, Fakes.Registration> registrations = new HashMap<>();
        imports.addAdmin(Fakes.fake(RemoteServiceAdmin.class, (proxy, method, arguments) -> {
            String id = ((EndpointDescription) arguments[0]).getId();
            opened.add(id);
            return registrations.computeIfAbsent(id, any -> new Fakes.Registration()).registration();
        }));
        chartAsks();
        offered("e1", Map.of(), "other");
        offered("e2", Map.of("place", "abroad"), "other");

        imports.configure(KEEP_NOTHING, Permission.of("import.filter", "(!(place=abroad))"), -1);
        assertEquals(List.of(Stage.IMPORTED, Stage.NOT_PERMITTED), imports.statuses().stream().map(ImportStatus::stage).toList());

        imports.configure(KEEP_NOTHING, Permission.of("import.filter", ""), 5);
        assertEquals(List.of("e1", "e2", "e2"), opened);
        assertEquals(5, registrations.get("e1").updates.get(0).getProperties().get("service.ranking"));
    }

    @Test
    void whatABundleAskedForEndsWithIt() {
        chartAsks();
        offered("e", Map.of(), "other");
        assertEquals(Stage.FAILED, imports.statuses().get(0).stage());

        bundleListeners.get(0).bundleChanged(new BundleEvent(BundleEvent.STOPPED, chart));

        assertEquals(Stage.NOT_WANTED, imports.statuses().get(0).stage());
        assertEquals(List.of(), imports.interests());
    }

    private void chartAsks() {
        BundleContext asking = Fakes.fake(BundleContext.class, (proxy, method, arguments) -> chart);
        imports.listenersAdded(List.of(Fakes.fake(ListenerInfo.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundleContext" -> asking;
            case "getFilter" -> "(objectClass=" + Gps.class.getName() + ")";
            case "isRemoved" -> false;
            case "hashCode" -> 1;
            default -> throw new UnsupportedOperationException(method.toString());
        })));
    }

    private void offered(String id, Map<String, ?> properties, String configType) {
        imports.endpointChanged(1, new EndpointEvent(EndpointEvent.ADDED, Fakes.endpoint(id, configType, properties, Gps.class.getName())));
    }

    private ServiceRegistration<?> service(String type) {
        services.add(type);
        return Fakes.fake(ServiceRegistration.class, (proxy, method, arguments) -> null);
    }

    private static ImportRegistration failsToClose(String id, List<String> closed) {
        return Fakes.fake(ImportRegistration.class, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                closed.add(id);
                throw new IllegalStateException("the provider is gone");
            }
            return null;
        });
    }
}

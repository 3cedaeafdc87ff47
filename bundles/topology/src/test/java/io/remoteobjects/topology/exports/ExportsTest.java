package io.remoteobjects.topology.exports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;

import io.remoteobjects.topology.ConfiguredExport;
import io.remoteobjects.topology.ExportStatus;
import io.remoteobjects.topology.Framework;
import io.remoteobjects.topology.policy.Permission;

/** Services of a framework, exported by Aries' Remote Service Admin. */
class ExportsTest {

    private static final Map<String, Object> MARKED = Map.of("service.exported.interfaces", "*", "remote.source", "clock");

    /** A service that knows nothing of remoting. */
    interface Watch extends Supplier<String> {
    }

    private static final class Casio implements Watch, Runnable {
        @Override
        public String get() {
            return "12:00";
        }

        @Override
        public void run() {
            // It always does.
        }
    }

    @TempDir
    private Path storage;
    private Framework framework;
    private Exports exports;
    private final TestProvider provider = new TestProvider("remoteobjects");
    private final List<String> heard = new ArrayList<>();
    private EndpointDescription last;

    @BeforeEach
    void start() throws BundleException {
        framework = new Framework(storage);
        exports = new Exports(framework.context(), framework, framework, Permission.of("export.filter", "(!(secret=*))"));
        EndpointEventListener discovery = (event, filter) -> {
            last = event.getEndpoint();
            heard.add(switch (event.getType()) {
                case EndpointEvent.ADDED -> "+";
                case EndpointEvent.REMOVED -> "-";
                default -> "~";
            } + last.getProperties().get("remoteobjects.name"));
        };
        framework.register(discovery, Map.of(EndpointEventListener.ENDPOINT_LISTENER_SCOPE, "(endpoint.id=*)"),
                EndpointEventListener.class);
        exports.addAdmin(framework.provider(provider));
        exports.start();
        framework.settle();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        exports.close();
        framework.close();
    }

    @Test
    void whoRegistersAServiceDoesNotWaitForItsExport() {
        register(MARKED);

        assertEquals(0, provider.exports());
        assertTrue(framework.waiting() > 0);
        framework.settle();
        assertEquals(List.of("+clock"), heard);
    }

    @Test
    void serviceIsExportedWhenItGetsItsMarkingAndWithdrawnWhenItLosesIt() {
        ServiceRegistration<?> service = register(Map.of());
        changed(service, MARKED);
        assertEquals(List.of("+clock"), heard);

        changed(service, Map.of());
        assertEquals(List.of("+clock", "-clock"), heard);
        assertEquals(List.of(), provider.open());
        assertEquals(List.of(), exports.statuses());

        service.unregister();
        framework.settle();
        assertEquals(List.of("+clock", "-clock"), heard);
    }

    @Test
    void anEmptyMarkingIsNone() {
        register(Map.of("service.exported.interfaces", ""));
        register(Map.of("service.exported.interfaces", new String[0]));
        framework.settle();

        assertEquals(List.of(), exports.statuses());
    }

    @Test
    void anotherMarkingIsAnotherEndpoint() {
        ServiceRegistration<?> service = register(MARKED);
        framework.settle();

        changed(service, Map.of("service.exported.interfaces", "*", "remote.source", "watch"));

        assertEquals(List.of("+clock", "-clock", "+watch"), heard);
        assertEquals(List.of("watch"), provider.open());
    }

    @Test
    void changedPropertiesReachTheEndpointWithAllThatTheProviderAdded() {
        ServiceRegistration<?> service = register(MARKED);
        framework.settle();
        Map<String, Object> before = last.getProperties();

        changed(service, Map.of("service.exported.interfaces", "*", "remote.source", "clock", "place", "roof"));

        assertEquals(List.of("+clock", "~clock"), heard);
        assertEquals("roof", last.getProperties().get("place"));
        assertEquals("osgi.basic", last.getProperties().get("service.intents"));
        before.forEach((key, value) -> assertTrue(last.getProperties().containsKey(key), key));
        assertFalse(last.getProperties().containsKey("service.id"));
        assertEquals(1, provider.exports());
    }

    @Test
    void serviceThatIsGoneBeforeItsTurnLeavesNothing() {
        ServiceRegistration<?> service = register(Map.of());
        framework.settle();
        service.setProperties(Framework.dictionary(MARKED));
        service.unregister();
        framework.settle();

        assertEquals(List.of(), heard);
        assertEquals(List.of(), exports.statuses());
    }

    @Test
    void configurationExportsAServiceThatKnowsNothingOfIt() {
        ServiceRegistration<?> service = register(Map.of("place", "hall"));
        configure("a", "(place=hall)", "watch", new String[] {Watch.class.getName()}, Map.of("osgi.basic.timeout", "100"));

        assertEquals(List.of("+watch"), heard);
        assertEquals(List.of(Watch.class.getName()), last.getInterfaces());
        assertEquals("100", last.getProperties().get("osgi.basic.timeout"));
        assertEquals("hall", last.getProperties().get("place"));
        ExportStatus status = exports.statuses().get(0);
        assertEquals(List.of("a", "watch", true), List.of(status.configuration(), status.name(), status.isExported()));

        service.unregister();
        framework.settle();
        assertEquals(List.of("+watch", "-watch"), heard);
    }

    @Test
    void unmarkedServiceIsExportedByThisConfigurationTypeOnlyAndAMarkedOneAsItSays() {
        TestProvider other = new TestProvider("other");
        exports.addAdmin(framework.provider(other));
        register(Map.of("place", "hall"));
        configure("a", "(place=hall)", "", new String[0], Map.of());
        assertEquals(List.of(0, 1), List.of(other.exports(), provider.exports()));

        register(MARKED);
        framework.settle();
        assertEquals(List.of(1, 2), List.of(other.exports(), provider.exports()));
    }

    @Test
    void configurationFollowsTheServices() {
        configure("a", "(place=hall)", "watch", new String[0], Map.of());
        ServiceRegistration<?> service = register(Map.of("place", "roof"));
        changed(service, Map.of("place", "hall"));
        changed(service, Map.of("place", "roof"));

        assertEquals(List.of("+watch", "-watch"), heard);
    }

    @Test
    void changedConfigurationChangesOnlyWhatItConcerns() {
        register(Map.of("place", "hall", "remote.source", "one"));
        register(Map.of("place", "roof", "remote.source", "two"));
        configure("a", "(place=hall)", "", new String[0], Map.of());

        configure("a", "(place=*)", "", new String[0], Map.of());
        assertEquals(List.of("+one", "+two"), heard);

        configure("a", "(place=roof)", "", new String[0], Map.of());
        assertEquals(List.of("+one", "+two", "-one"), heard);

        configure("a", "(place=roof)", "", new String[0], Map.of("floor", "3"));
        assertEquals(List.of("+one", "+two", "-one", "~two"), heard);
        assertEquals("3", last.getProperties().get("floor"));

        unconfigure("a");
        assertEquals(List.of("+one", "+two", "-one", "~two", "-two"), heard);
    }

    @Test
    void whatAConfigurationSaysWinsOverAMarkingAndWhatItLeavesOutStays() {
        register(MARKED);
        framework.settle();

        configure("a", "(remote.source=clock)", "watch", new String[0], Map.of());
        assertEquals(List.of("+clock", "-clock", "+watch"), heard);
        assertArrayEquals(new String[] {Watch.class.getName(), Runnable.class.getName()}, last.getInterfaces().toArray());

        unconfigure("a");
        assertEquals(List.of("+clock", "-clock", "+watch", "-watch", "+clock"), heard);
    }

    @Test
    void ofSeveralConfigurationsTheFirstByPidChoosesAndTheOthersAreShown() {
        ServiceRegistration<?> service = register(Map.of("place", "hall"));
        long id = (Long) service.getReference().getProperty("service.id");
        configure("b", "(place=hall)", "second", new String[0], Map.of());
        configure("a", "(place=*)", "first", new String[0], Map.of());

        assertEquals(List.of("+second", "-second", "+first"), heard);
        assertEquals(List.of(new ConfiguredExport("a", "first", "(place=*)", List.of(id), List.of(), ""),
                new ConfiguredExport("b", "second", "(place=hall)", List.of(), List.of(id), "")), exports.configured());

        unconfigure("a");
        assertEquals(List.of("second"), provider.open());
    }

    @Test
    void malformedFilterChoosesNothingAndSaysWhatToDo() {
        register(Map.of("place", "hall"));
        configure("a", "(place=hall", "watch", new String[0], Map.of());

        assertEquals(List.of(), heard);
        String problem = exports.configured().get(0).problem();
        assertTrue(problem.contains("a: filter=(place=hall cannot be used") && problem.contains("Write an LDAP filter"), problem);

        configure("a", "", "watch", new String[0], Map.of());
        assertTrue(exports.configured().get(0).problem().contains("filter= cannot be used"));

        configure("a", "(place=hall)", "watch", new String[0], Map.of());
        assertEquals(List.of("+watch"), heard);
    }

    @Test
    void interfaceThatTheServiceDoesNotHaveIsAFailureOfThatServiceOnly() {
        register(Map.of("place", "hall"));
        register(Map.of("place", "roof", "service.exported.interfaces", "*"));
        configure("a", "(place=hall)", "watch", new String[] {Clock.class.getName()}, Map.of());

        assertEquals(List.of("+Watch"), heard);
        ExportStatus failed = exports.statuses().stream().filter(each -> !each.isExported()).findFirst().orElseThrow();
        assertEquals(List.of("a", "watch"), List.of(failed.configuration(), failed.name()));
        assertTrue(failed.failure().contains(Clock.class.getName()), failed.failure());
    }

    @Test
    void whatTheFilterDoesNotPermitIsNotExportedAndSaysWhy() {
        ServiceRegistration<?> service = register(MARKED);
        framework.settle();
        changed(service, Map.of("service.exported.interfaces", "*", "remote.source", "clock", "secret", "yes"));

        assertEquals(List.of("+clock", "-clock"), heard);
        assertTrue(exports.statuses().get(0).failure().startsWith("export.filter=(!(secret=*))"), exports.statuses().toString());

        changed(service, MARKED);
        assertEquals(List.of("+clock", "-clock", "+clock"), heard);
    }

    @Test
    void anotherFilterChangesOnlyWhatItConcerns() {
        register(MARKED);
        register(Map.of("service.exported.interfaces", "*", "remote.source", "watch", "place", "hall"));
        framework.settle();

        permit("(!(place=hall))");
        assertEquals(List.of("+clock", "+watch", "-watch"), heard);
        assertTrue(exports.statuses().get(1).failure().startsWith("export.filter=(!(place=hall))"), exports.statuses().toString());

        permit("");
        assertEquals(List.of("+clock", "+watch", "-watch", "+watch"), heard);
        assertEquals(3, provider.exports());
    }

    private void permit(String filter) {
        framework.execute(() -> exports.permit(Permission.of("export.filter", filter)));
        framework.settle();
    }

    @Test
    void allInterfacesAreExportedAndNoClass() {
        framework.register(new Casio(), MARKED, Watch.class, Casio.class);
        framework.settle();

        assertEquals(List.of(Watch.class.getName()), last.getInterfaces());
    }

    @Test
    void interfaceThatRemoteServiceAdminDoesNotFindIsExplained() {
        framework.register(new Casio(), MARKED, Supplier.class);
        framework.settle();

        String failure = exports.statuses().get(0).failure();
        assertTrue(failure.contains(Casio.class.getName()) && failure.contains("does not implement interface java.util.function.Supplier")
                && failure.contains("Let the class name it"), failure);
    }

    @Test
    void nameThatOneGivesUpGoesToWhoWaitsForIt() {
        ServiceRegistration<?> first = register(MARKED);
        register(MARKED);
        framework.settle();
        assertEquals(List.of("+clock"), heard);

        changed(first, Map.of("service.exported.interfaces", "*", "remote.source", "watch"));

        assertEquals(List.of("clock", "watch"), provider.open());
    }

    @Test
    void exportThatEndsWithAnotherUseOfItsRemoteServiceAdminIsWithdrawnAndMadeAgain() throws BundleException, IOException {
        register(Map.of("service.exported.interfaces", "*", "remote.source", "other"));
        BundleContext tool = framework.bundle("tool").getBundleContext();
        ServiceRegistration<Watch> service = tool.registerService(Watch.class, new Casio(), Framework.dictionary(MARKED));
        ServiceReference<RemoteServiceAdmin> admin = tool.getServiceReference(RemoteServiceAdmin.class);
        tool.getService(admin);
        framework.settle();
        String id = last.getId();
        heard.clear();

        tool.ungetService(admin);
        framework.settle();

        assertEquals(List.of("-clock", "+clock"), heard);
        assertNotEquals(id, last.getId());
        assertEquals(List.of("other", "clock"), provider.open());
        assertTrue(exports.statuses().stream().allMatch(ExportStatus::isExported), exports.statuses().toString());

        service.unregister();
        framework.settle();
        assertEquals(List.of("-clock", "+clock", "-clock"), heard);
        assertEquals(List.of("other"), provider.open());
    }

    @Test
    void serviceThatGoesIsNotExportedAgain() {
        ServiceRegistration<?> service = register(MARKED);
        framework.settle();

        service.unregister();
        framework.settle();

        assertEquals(List.of("+clock", "-clock"), heard);
        assertEquals(1, provider.exports());
    }

    private ServiceRegistration<?> register(Map<String, Object> properties) {
        return framework.register(new Casio(), properties, Watch.class, Runnable.class);
    }

    private void changed(ServiceRegistration<?> service, Map<String, Object> properties) {
        service.setProperties(Framework.dictionary(properties));
        framework.settle();
    }

    private void configure(String pid, String filter, String name, String[] interfaces, Map<String, Object> more) {
        framework.execute(() -> exports.configure(ExportSettings.of(pid, filter, name, interfaces, more)));
        framework.settle();
    }

    private void unconfigure(String pid) {
        framework.execute(() -> exports.unconfigure(pid));
        framework.settle();
    }
}

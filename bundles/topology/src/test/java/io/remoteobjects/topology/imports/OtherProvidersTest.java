package io.remoteobjects.topology.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.aries.rsa.provider.tcp.TCPProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.ImportRegistration;
import org.osgi.service.remoteserviceadmin.RemoteServiceAdmin;
import org.osgi.util.tracker.ServiceTracker;

import io.remoteobjects.topology.Framework;
import io.remoteobjects.topology.ImportStatus.Stage;
import io.remoteobjects.topology.exports.Exports;
import io.remoteobjects.topology.policy.Permission;

/** Endpoints of another distribution provider, Aries' tcp, exported and imported by us and Aries' Remote Service Admin. */
class OtherProvidersTest {

    private static final Permission ALL = Permission.of("filter", "");

    /** Repeats what it is told. */
    public interface Echo {
        String echo(String text);
    }

    @TempDir
    private Path storage;
    private final List<String> seen = new ArrayList<>();
    private Framework framework;
    private Exports exports;
    private Imports imports;
    private RemoteServiceAdmin tcp;
    private ServiceRegistration<?> told;
    private ServiceRegistration<?> service;
    private EndpointDescription endpoint;
    private BundleContext chart;
    private ServiceTracker<Echo, Echo> echoes;

    /** Public, or Aries' provider cannot call it. */
    public static final class Parrot implements Echo {
        @Override
        public String echo(String text) {
            return text;
        }
    }

    @BeforeEach
    void start() throws BundleException, IOException, InvalidSyntaxException {
        framework = new Framework(storage, Echo.class.getPackageName());
        exports = new Exports(framework.context(), framework, framework, ALL);
        imports = new Imports(framework.context(), framework, new Fakes.Clock(), new LossPolicy(0, false, 0), ALL, -1);
        EndpointEventListener discovery = (event, filter) -> found(event);
        told = framework.register(discovery, Map.of(EndpointEventListener.ENDPOINT_LISTENER_SCOPE, "(endpoint.id=*)"),
                EndpointEventListener.class);
        tcp = framework.provider(new TCPProvider());
        exports.addAdmin(tcp);
        imports.addAdmin(tcp);
        exports.start();
        imports.start();
        service = framework.register(new Parrot(), properties("hall"), Echo.class);
        framework.settle();
        chart = framework.bundle("chart").getBundleContext();
    }

    /** Tells of an endpoint as one of another framework. */
    private void found(EndpointEvent event) {
        Map<String, Object> elsewhere = new HashMap<>(event.getEndpoint().getProperties());
        elsewhere.put("endpoint.framework.uuid", "elsewhere");
        endpoint = new EndpointDescription(elsewhere);
        imports.endpointChanged(1, new EndpointEvent(event.getType(), endpoint));
    }

    private static Map<String, Object> properties(String place) {
        return Map.of("service.exported.interfaces", "*", "service.exported.configs", "aries.tcp", "place", place);
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        echoes.close();
        imports.close();
        exports.close();
        framework.close();
    }

    @Test
    void endpointIsAServiceAsLongAsItIsAskedFor() throws InvalidSyntaxException {
        assertEquals(List.of("aries.tcp"), endpoint.getConfigurationTypes());
        assertEquals(Stage.NOT_WANTED, imports.statuses().get(0).stage());

        ask();
        assertEquals(List.of("+hall"), seen);
        assertEquals("hello", echoes.getService().echo("hello"));
        assertEquals(-1, echoes.getServiceReference().getProperty(Constants.SERVICE_RANKING));

        echoes.close();
        framework.settle();
        assertEquals(Stage.NOT_WANTED, imports.statuses().get(0).stage());
        assertEquals(0, tcp.getImportedEndpoints().size());
    }

    @Test
    void changedPropertiesAreSeenOnTheSameServiceWithoutAnotherProxy() throws InvalidSyntaxException {
        ask();
        ServiceReference<Echo> before = echoes.getServiceReference();
        Echo proxy = echoes.getService();

        service.setProperties(Framework.dictionary(properties("roof")));
        framework.settle();

        assertEquals(List.of("+hall", "~roof"), seen);
        assertSame(before, echoes.getServiceReference());
        assertSame(proxy, chart.getService(before));
        assertEquals(true, before.getProperty("service.imported") != null && before.getProperty("service.intents") != null);
        assertEquals("hello", proxy.echo("hello"));
    }

    @Test
    void serviceIsUnregisteredWithItsEndpoint() throws InvalidSyntaxException {
        ask();

        service.unregister();
        framework.settle();

        assertEquals(List.of("+hall", "-hall"), seen);
        assertEquals(List.of(), imports.statuses());
        assertEquals(List.of(), exports.statuses());
    }

    @Test
    void importMovesToAnotherRemoteServiceAdminWhenItsOwnGoes() throws InvalidSyntaxException {
        ask();
        Echo first = echoes.getService();
        RemoteServiceAdmin other = framework.provider(new TCPProvider());
        imports.addAdmin(other);

        // What is exported elsewhere does not end with an admin here.
        told.unregister();
        framework.remove(tcp);
        imports.removeAdmin(tcp);
        framework.settle();

        assertEquals(List.of("+hall", "-hall", "+hall"), seen);
        assertNotSame(first, echoes.getService());
        assertEquals(1, other.getImportedEndpoints().size());
    }

    @Test
    void importThatSomebodyElseMadeFirstIsSharedAndBecomesOursWhenTheyEndIt() throws InvalidSyntaxException {
        ImportRegistration others = tcp.importService(endpoint);
        ask();
        assertEquals(List.of("+hall"), seen);

        // Theirs, so its properties are: Aries' Remote Service Admin cannot change them through another registration than the first.
        service.setProperties(Framework.dictionary(properties("roof")));
        framework.settle();
        assertEquals(List.of("+hall"), seen);

        others.close();
        service.setProperties(Framework.dictionary(properties("cellar")));
        framework.settle();
        assertEquals("cellar", echoes.getServiceReference().getProperty("place"));
        assertEquals(Stage.IMPORTED, imports.statuses().get(0).stage());
        assertEquals("hello", echoes.getService().echo("hello"));
    }

    private void ask() throws InvalidSyntaxException {
        echoes = new ServiceTracker<>(chart, FrameworkUtil.createFilter("(&(objectClass=" + Echo.class.getName()
                + ")(service.imported=*))"), null) {
            @Override
            public Echo addingService(ServiceReference<Echo> reference) {
                note("+", reference);
                return super.addingService(reference);
            }

            @Override
            public void modifiedService(ServiceReference<Echo> reference, Echo same) {
                note("~", reference);
            }

            @Override
            public void removedService(ServiceReference<Echo> reference, Echo gone) {
                note("-", reference);
                super.removedService(reference, gone);
            }
        };
        echoes.open();
        framework.settle();
    }

    private void note(String what, ServiceReference<?> reference) {
        seen.add(what + reference.getProperty("place"));
    }
}

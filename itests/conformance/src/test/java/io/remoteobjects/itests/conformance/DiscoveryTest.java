package io.remoteobjects.itests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.osgi.service.remoteserviceadmin.ExportRegistration;

import io.remoteobjects.itests.conformance.harness.Admin;
import io.remoteobjects.itests.conformance.harness.Frameworks;
import io.remoteobjects.itests.conformance.harness.TestFramework;
import io.remoteobjects.itests.conformance.harness.Told;
import io.remoteobjects.itests.conformance.samples.A;
import io.remoteobjects.itests.conformance.samples.AandB;
import io.remoteobjects.itests.conformance.samples.B;
import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.TestBundle;

/** What one framework's discovery is told of an endpoint, the other's tells. The endpoint is made up: discovery need not know its type. */
@DisplayName("Chapter 122, 9 discovery")
@SuppressWarnings("deprecation")
class DiscoveryTest {

    @RegisterExtension
    static final Frameworks FRAMEWORKS = new Frameworks();

    private static final String SCOPE = "endpoint.listener.scope";
    private static final String NOT_IT = "(objectClass=acme.Other)";

    /** Of each test its own: an endpoint of one before may still be on its way out. */
    private final String test = UUID.randomUUID().toString();
    private final String it = "(&(objectClass=" + A.class.getName() + ")(test=" + test + "))";
    private final String itToo = "(test=" + test + ")";

    /** What a listener was told. */
    private record Call(int type, EndpointDescription endpoint, String filter) {
    }

    private EndpointDescription madeUp(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of("objectClass", new String[] {A.class.getName()}, "endpoint.id",
                "someURI://nowhere/?a=<b>&c=" + test, "test", test, "endpoint.framework.uuid", FRAMEWORKS.child().id(),
                "endpoint.service.id", 12345L, "service.imported", "true", "service.imported.configs", new String[] {"acme.unknown"},
                "service.intents", "my_intent_is_for_this_to_work", "mykey", "has been overridden"));
        properties.putAll(more);
        return new EndpointDescription(properties);
    }

    private static void assertSame(EndpointDescription expected, EndpointDescription actual) {
        assertEquals(expected.getId(), actual.getId());
        assertEquals(FRAMEWORKS.child().id(), actual.getFrameworkUUID());
        assertEquals(expected.getServiceId(), actual.getServiceId());
        assertEquals(expected.getInterfaces(), actual.getInterfaces());
        assertEquals(expected.getConfigurationTypes(), actual.getConfigurationTypes());
        assertEquals(expected.getIntents(), actual.getIntents());
        assertEquals(expected.getProperties().get("mykey"), actual.getProperties().get("mykey"));
        assertEquals(expected.getProperties().keySet(), actual.getProperties().keySet());
    }

    /** Waits for services of a framework whose scope has an endpoint in it. {@return each with the filter that says so} */
    private static <T> Map<T, String> interested(TestFramework framework, Class<T> type, EndpointDescription endpoint) {
        return Await.until("somebody of type " + type.getSimpleName() + " who wants to hear of " + endpoint, TestFramework.SOON,
                () -> interestedNow(framework, type, endpoint), found -> !found.isEmpty());
    }

    private static <T> Map<T, String> interestedNow(TestFramework framework, Class<T> type, EndpointDescription endpoint) {
        Map<T, String> found = new HashMap<>();
        for (ServiceReference<T> each : framework.references(type, "(" + SCOPE + "=*)")) {
            Admin.strings(each.getProperty(SCOPE)).stream().filter(endpoint::matches).findFirst()
                    .ifPresent(filter -> found.put(framework.context().getService(each), filter));
        }
        return found;
    }

    @Nested
    class OfRemoteServiceAdmin10 {

        private final EndpointDescription endpoint = madeUp(Map.of());
        private final Told<Call> told = new Told<>();
        private final Told<Call> toldWithoutScope = new Told<>();
        private final ServiceRegistration<?> withoutScope = listen(toldWithoutScope, Map.of(SCOPE, new String[0]));
        private final ServiceRegistration<?> listener = listen(told, Map.of(SCOPE, new String[] {NOT_IT, it, itToo}));

        private static ServiceRegistration<?> listen(Told<Call> told, Map<String, ?> properties) {
            return FRAMEWORKS.parent().register(org.osgi.service.remoteserviceadmin.EndpointListener.class,
                    new org.osgi.service.remoteserviceadmin.EndpointListener() {
                        @Override
                        public void endpointAdded(EndpointDescription endpoint, String filter) {
                            told.add(new Call(EndpointEvent.ADDED, endpoint, filter));
                        }

                        @Override
                        public void endpointRemoved(EndpointDescription endpoint, String filter) {
                            told.add(new Call(EndpointEvent.REMOVED, endpoint, filter));
                        }
                    }, properties);
        }

        private void add() {
            interested(FRAMEWORKS.child(), org.osgi.service.remoteserviceadmin.EndpointListener.class, endpoint)
                    .forEach((each, filter) -> each.endpointAdded(endpoint, filter));
        }

        private void remove() {
            interested(FRAMEWORKS.child(), org.osgi.service.remoteserviceadmin.EndpointListener.class, endpoint)
                    .forEach((each, filter) -> each.endpointRemoved(endpoint, filter));
        }

        @AfterEach
        void stop() {
            remove();
            listener.unregister();
            withoutScope.unregister();
        }

        @Test
        void listenerIsToldOfAnEndpointUnchanged() {
            add();

            Call call = told.next();
            assertEquals(EndpointEvent.ADDED, call.type);
            assertSame(endpoint, call.endpoint);
        }

        @Test
        void listenerIsToldTheFirstFilterOfItsScopeThatMatches() {
            add();

            assertEquals(it, told.next().filter);
        }

        @Test
        void listenerIsToldOfTheEnd() {
            add();
            told.next();

            remove();

            Call call = told.next();
            assertEquals(EndpointEvent.REMOVED, call.type);
            assertEquals(endpoint, call.endpoint);
            assertEquals(it, call.filter);
        }

        @Test
        void listenerWithAnEmptyScopeIsToldNothing() {
            add();
            told.next();
            remove();
            told.next();

            assertEquals(List.of(), toldWithoutScope.rest());
        }
    }

    @Nested
    class OfRemoteServiceAdmin11 {

        private final EndpointDescription endpoint = madeUp(Map.of());
        private final EndpointDescription changed = madeUp(Map.of("mykey", "has been changed"));
        private final Told<Call> told = new Told<>();
        private final Told<Call> toldWithoutScope = new Told<>();
        private final ServiceRegistration<?> withoutScope = listen(toldWithoutScope, Map.of(SCOPE, ""));
        private final ServiceRegistration<?> listener = listen(told, Map.of(SCOPE, List.of(NOT_IT, it, itToo)));

        private static ServiceRegistration<?> listen(Told<Call> told, Map<String, ?> properties) {
            return FRAMEWORKS.parent().register(EndpointEventListener.class,
                    (event, filter) -> told.add(new Call(event.getType(), event.getEndpoint(), filter)), properties);
        }

        private void tell(int type, EndpointDescription what) {
            interested(FRAMEWORKS.child(), EndpointEventListener.class, what)
                    .forEach((each, filter) -> each.endpointChanged(new EndpointEvent(type, what), filter));
        }

        @AfterEach
        void stop() {
            tell(EndpointEvent.REMOVED, endpoint);
            listener.unregister();
            withoutScope.unregister();
        }

        @Test
        void listenerIsToldOfAnEndpointUnchanged() {
            tell(EndpointEvent.ADDED, endpoint);

            Call call = told.next();
            assertEquals(EndpointEvent.ADDED, call.type);
            assertSame(endpoint, call.endpoint);
        }

        @Test
        void listenerIsToldTheFirstFilterOfItsScopeThatMatches() {
            tell(EndpointEvent.ADDED, endpoint);

            assertEquals(it, told.next().filter);
        }

        @Test
        void listenerIsToldOfTheChange() {
            tell(EndpointEvent.ADDED, endpoint);
            told.next();

            tell(EndpointEvent.MODIFIED, changed);

            Call call = told.next();
            assertEquals(EndpointEvent.MODIFIED, call.type);
            assertSame(changed, call.endpoint);
        }

        @Test
        void listenerIsToldOfTheEndAndOfNothingElse() {
            tell(EndpointEvent.ADDED, endpoint);
            told.next();
            tell(EndpointEvent.MODIFIED, changed);
            told.next();

            tell(EndpointEvent.REMOVED, changed);

            Call call = told.next();
            assertEquals(EndpointEvent.REMOVED, call.type);
            assertEquals(endpoint, call.endpoint);
            tell(EndpointEvent.ADDED, endpoint);
            assertEquals(EndpointEvent.ADDED, told.next().type);
            assertEquals(List.of(), told.rest());
        }

        @Test
        void listenerWithAnEmptyScopeIsToldNothing() {
            tell(EndpointEvent.ADDED, endpoint);
            told.next();

            assertEquals(List.of(), toldWithoutScope.rest());
        }

        @Test
        void listenerThatComesLaterIsToldOfWhatThereIs() {
            tell(EndpointEvent.ADDED, endpoint);
            told.next();
            Told<Call> toldLater = new Told<>();

            ServiceRegistration<?> later = listen(toldLater, Map.of(SCOPE, it));

            assertEquals(EndpointEvent.ADDED, toldLater.next().type);
            later.unregister();
        }
    }

    /** An endpoint of the parent is told of by a bundle in the child, as XML that nobody escaped. */
    @Nested
    class OfEndpointsInBundles {

        private static final String IMPORTED = "(service.imported=*)";

        private final Admin admin = new Admin(FRAMEWORKS.parent());
        private final ServiceRegistration<?> service = FRAMEWORKS.parent().register(new AandB(), Map.of("mykey", "will be overridden",
                "mylist", List.of("one", "two"), "myset", Set.of("one", "two"), "myfloat", 3.1415f, "mychar", 't'), A.class, B.class);
        private final EndpointDescription endpoint = export().getExportReference().getExportedEndpoint();

        private ExportRegistration export() {
            return admin.service().exportService(service.getReference(), new HashMap<>(Map.of("service.exported.interfaces",
                    A.class.getName(), "mykey", "has been overridden"))).iterator().next();
        }

        @AfterEach
        void stop() {
            service.unregister();
            admin.close();
        }

        private Bundle start() throws BundleException {
            return FRAMEWORKS.child().install(TestBundle.withoutClasses("endpoints", Map.of("Remote-Service", "remote/endpoint.xml"),
                    Map.of("remote/endpoint.xml", xml(endpoint))));
        }

        @Test
        void propertiesCanBeWrittenAsXmlWithoutEscaping() {
            endpoint.getProperties().forEach((key, value) -> {
                assertTrue(!value.getClass().isArray() || value instanceof Object[], key);
                assertTrue(!(value instanceof Collection<?> several) || !several.isEmpty(), key);
                assertTrue(!value.toString().matches(".*[&<\"].*"), key);
            });
        }

        @Test
        void endpointBecomesAServiceThatAnswers() throws BundleException {
            Bundle bundle = start();

            assertEquals("a call", FRAMEWORKS.child().await(A.class, IMPORTED).a("call"));
            bundle.uninstall();
            FRAMEWORKS.child().awaitGone(A.class, IMPORTED);
        }

        @Test
        void serviceHasThePropertiesOfTheEndpoint() throws BundleException {
            Bundle bundle = start();
            ServiceReference<A> imported = FRAMEWORKS.child().awaitReference(A.class, IMPORTED);

            assertEquals("has been overridden", imported.getProperty("mykey"));
            assertEquals(List.of("one", "two"), imported.getProperty("mylist"));
            assertEquals(Set.of("one", "two"), imported.getProperty("myset"));
            assertEquals(3.1415f, imported.getProperty("myfloat"));
            assertEquals('t', imported.getProperty("mychar"));
            bundle.uninstall();
            FRAMEWORKS.child().awaitGone(A.class, IMPORTED);
        }

        @Test
        void serviceGoesWhenTheBundleStops() throws BundleException {
            Bundle bundle = start();
            FRAMEWORKS.child().awaitReference(A.class, IMPORTED);

            bundle.stop();

            FRAMEWORKS.child().awaitGone(A.class, IMPORTED);
            bundle.uninstall();
        }

        private static String xml(EndpointDescription endpoint) {
            return "<endpoint-descriptions xmlns=\"http://www.osgi.org/xmlns/rsa/v1.0.0\"><endpoint-description>"
                    + endpoint.getProperties().entrySet().stream().map(each -> property(each.getKey(), each.getValue()))
                            .collect(Collectors.joining())
                    + "</endpoint-description></endpoint-descriptions>";
        }

        private static String property(String name, Object value) {
            if (value instanceof Object[] array) {
                return several(name, "array", Arrays.asList(array));
            }
            if (value instanceof Collection<?> several) {
                return several(name, several instanceof Set ? "set" : "list", several);
            }
            return "<property name=\"" + name + "\" value-type=\"" + value.getClass().getSimpleName() + "\" value=\"" + value + "\"/>";
        }

        private static String several(String name, String container, Collection<?> values) {
            return "<property name=\"" + name + "\" value-type=\"" + values.iterator().next().getClass().getSimpleName() + "\"><"
                    + container + ">" + values.stream().map(each -> "<value>" + each + "</value>").collect(Collectors.joining()) + "</" + container
                    + "></property>";
        }
    }
}

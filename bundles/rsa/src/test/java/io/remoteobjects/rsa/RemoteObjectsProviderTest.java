package io.remoteobjects.rsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

import io.remoteobjects.node.Node;

class RemoteObjectsProviderTest {

    /** A service that knows nothing of remoting. */
    public interface Plain {
        String echo(String text);
    }

    private final ServiceReference<?> imported = fake(ServiceReference.class, Map.of("getProperty", () -> endpoint().getId()));
    private final BundleContext consumer = fake(BundleContext.class, Map.of("getBundle",
            () -> fake(Bundle.class, Map.of("getBundleId", () -> 7L))));
    private Node source;
    private Node replica;
    private EndpointDescription endpoint;
    private ServiceReference<?>[] registered;
    private RemoteObjectsProvider provider;

    @BeforeEach
    void start() throws IOException, InvalidSyntaxException {
        source = Node.create().listen("local:rsa-test-" + UUID.randomUUID()).start();
        replica = Node.create().start();
        Map<String, Object> properties = new HashMap<>(Map.of("objectClass", new String[] {Plain.class.getName()}));
        endpoint = new Exporter(source).export((Plain) text -> text, properties, Plain.class).description();
        provider = new RemoteObjectsProvider(fake(BundleContext.class, Map.of("getAllServiceReferences", () -> registered)), replica);
    }

    @AfterEach
    void stop() {
        provider.stop();
        replica.close();
        source.close();
    }

    private EndpointDescription endpoint() {
        return endpoint;
    }

    /** {@return what gives some answers, and does nothing else} */
    private static <T> T fake(Class<T> type, Map<String, Supplier<?>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answers.getOrDefault(method.getName(), () -> null).get()));
    }

    @Test
    void proxyOfAnImportWorks() {
        registered = new ServiceReference<?>[] {imported};

        Object proxy = provider.importEndpoint(getClass().getClassLoader(), consumer, new Class<?>[] {Plain.class}, endpoint);

        assertEquals("hello", assertInstanceOf(Plain.class, proxy).echo("hello"));
    }

    @Test
    void importThatEndsWhileItsReplicaIsAcquiredLeavesNone() {
        provider.importEndpoint(getClass().getClassLoader(), consumer, new Class<?>[] {Plain.class}, endpoint);

        assertEquals(0, replica.replicas().size());
    }
}

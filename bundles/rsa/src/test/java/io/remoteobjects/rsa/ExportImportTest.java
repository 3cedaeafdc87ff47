package io.remoteobjects.rsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.ServiceException;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

import io.remoteobjects.LinkException;
import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteFailure;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Replica;
import io.remoteobjects.node.Node;

/** What is exported by one node is imported by another. */
class ExportImportTest {

    private static final long CONSUMER = 7;

    private Node source;
    private Node replica;
    private Exporter exporter;
    private Importer importer;

    @BeforeEach
    void start() throws IOException {
        source = Node.create().listen("local:rsa-test-" + UUID.randomUUID()).start();
        replica = Node.create().start();
        exporter = new Exporter(source);
        importer = new Importer(replica);
    }

    @AfterEach
    void stop() {
        importer.releaseAll();
        replica.close();
        source.close();
    }

    @Test
    void whoImportsUngatedGetsAConnectedReplica() throws Exception {
        Thermometer thermometer = importIt(exporter.export(new Kettle(), service(Map.of()), Thermometer.class).description());

        assertTrue(Replica.of(thermometer).isValid());
        assertEquals(100, thermometer.celsius().get());
        assertEquals(99, thermometer.read());
    }

    @Test
    void whoHasAnotherVersionOfTheInterfaceGetsNoServiceBesideOneThatFits() {
        EndpointDescription endpoint = exporter.export(new Kettle(), service(Map.of()), Thermometer.class).description();
        importIt(endpoint);

        String message = assertThrows(IllegalArgumentException.class, () -> importer.replica(Other.class.getClassLoader(), CONSUMER + 1,
                new Class<?>[] {Other.class}, endpoint)).getMessage();

        assertTrue(message.contains("celsius"), message);
    }

    /** As a thermometer of another version might look. */
    @RemoteObject("Thermometer")
    interface Other {

        Property<String> celsius();
    }

    @Test
    void nameIsThatOfRemoteSourceElseTheQtTypeElseUnique() {
        assertEquals("kettle", nameOf(exporter.export(new Kettle(), service(Map.of("remote.source", "kettle")), Thermometer.class)));
        assertEquals("pot", nameOf(exporter.export(new Kettle(), service(Map.of("remoteobjects.name", "pot")), Thermometer.class)));
        assertEquals("Thermometer", nameOf(exporter.export(new Kettle(), service(Map.of()), Thermometer.class)));
        String one = nameOf(exporter.export((Plain) text -> text, service(Map.of()), Plain.class));
        String other = nameOf(exporter.export((Plain) text -> text, service(Map.of()), Plain.class));
        assertTrue(one.startsWith(Plain.class.getName() + "/" + source.id()), one);
        assertTrue(!one.equals(other), other);
    }

    @Test
    void nameInUseIsAnErrorThatLeavesTheFirstAlone() throws Exception {
        SharedEndpoint first = exporter.export(new Kettle(), service(Map.of()), Thermometer.class);

        String message = assertThrows(IllegalStateException.class,
                () -> exporter.export(new Kettle(), service(Map.of()), Thermometer.class)).getMessage();

        assertTrue(message.contains("Thermometer") && message.contains("choose another"), message);
        assertEquals(99, importIt(first.description()).read());
    }

    @Test
    void closedEndpointGivesItsNameBack() {
        exporter.export(new Kettle(), service(Map.of()), Thermometer.class).close();

        assertEquals("Thermometer", nameOf(exporter.export(new Kettle(), service(Map.of()), Thermometer.class)));
    }

    @Test
    void interfaceThatCannotBeMappedIsAnError() {
        String message = assertThrows(IllegalStateException.class,
                () -> exporter.export((Starter) Thread::start, service(Map.of()), Starter.class)).getMessage();

        assertTrue(message.contains("Thread") && message.contains("start"), message);
    }

    @Test
    void unknownIntentsAreDeclined() {
        assertNull(exporter.export(new Kettle(), service(Map.of("service.exported.intents", "acme.unknown")), Thermometer.class));
    }

    @Test
    void nodeThatListensNowhereExportsNothing() {
        String message = assertThrows(IllegalStateException.class,
                () -> new Exporter(replica).export(new Kettle(), service(Map.of()), Thermometer.class)).getMessage();

        assertTrue(message.contains("listen"), message);
    }

    @Test
    void failureOfTheLinkIsAServiceExceptionOfTypeRemote() {
        Thermometer thermometer = importIt(exporter.export(new Kettle(), service(Map.of()), Thermometer.class).description());
        source.close();

        ServiceException failure = assertThrows(ServiceException.class, thermometer::read);

        assertEquals(ServiceException.REMOTE, failure.getType());
        assertInstanceOf(LinkException.class, failure.getCause());
    }

    @Test
    void declaredExceptionsTravelAsThemselvesAndUnknownOnesAsRemoteFailure() {
        Thermometer declared = importIt(exporter.export(new Broken(new Thermometer.BrokenException("cracked")),
                service(Map.of("remote.source", "declared")), Thermometer.class).description());
        Thermometer unknown = importIt(exporter.export(new Broken(new BoilingException()),
                service(Map.of("remote.source", "unknown")), Thermometer.class).description());

        assertEquals("cracked", assertThrows(Thermometer.BrokenException.class, declared::read).getMessage());
        assertEquals(BoilingException.class.getName(), assertThrows(RemoteFailure.class, unknown::read).failureClass());
    }

    @Test
    void callsTimeOutAsTheEndpointSays() {
        Thermometer thermometer = importIt(exporter.export(new Kettle(), service(Map.of("osgi.basic.timeout", "50")), Thermometer.class)
                .description());

        Throwable failure = assertThrows(Exception.class, () -> failureOf(thermometer.readLater()));

        assertEquals(ServiceException.REMOTE, assertInstanceOf(ServiceException.class, failure).getType());
    }

    @Test
    void nonsensicalTimeoutIsRefused() {
        EndpointDescription endpoint = exporter.export(new Kettle(), service(Map.of("osgi.basic.timeout", "soon")), Thermometer.class)
                .description();

        assertThrows(IllegalArgumentException.class, () -> importIt(endpoint));
    }

    @Test
    void releasedProxiesFailAndTheirReplicasAreGone() {
        EndpointDescription endpoint = exporter.export(new Kettle(), service(Map.of()), Thermometer.class).description();
        Thermometer thermometer = importIt(endpoint);

        importer.releaseEndpoint(endpoint.getId());

        assertThrows(ServiceException.class, thermometer::read);
        assertEquals(0, replica.replicas().size());
    }

    @Test
    void consumerThatStopsOrAsksAgainLeavesNoReplica() {
        EndpointDescription endpoint = exporter.export(new Kettle(), service(Map.of()), Thermometer.class).description();
        importIt(endpoint);
        importIt(endpoint);
        assertEquals(1, replica.replicas().size());

        importer.releaseBundle(CONSUMER);

        assertEquals(0, replica.replicas().size());
    }

    @Test
    @Timeout(60)
    void importThatEndsWhileItsFirstConsumerWaitsForTheConnectionLeavesNoReplica() throws InterruptedException {
        Map<String, Object> elsewhere = new HashMap<>(
                exporter.export(new Kettle(), service(Map.of()), Thermometer.class).description().getProperties());
        elsewhere.put("remoteobjects.url", "local:rsa-test-nowhere");
        EndpointDescription endpoint = new EndpointDescription(elsewhere);
        Thread consumer = new Thread(() -> importIt(endpoint));
        consumer.start();
        while (Stream.of(consumer.getStackTrace()).noneMatch(each -> each.getMethodName().equals("awaitConnection"))) {
            assertTrue(consumer.isAlive(), "it waits for the connection");
            Thread.onSpinWait();
        }

        importer.releaseEndpoint(endpoint.getId());

        consumer.join();
        assertEquals(0, replica.replicas().size());
    }

    private Thermometer importIt(EndpointDescription endpoint) {
        return (Thermometer) importer.replica(getClass().getClassLoader(), CONSUMER, new Class<?>[] {Thermometer.class}, endpoint);
    }

    private static String nameOf(SharedEndpoint endpoint) {
        return (String) endpoint.description().getProperties().get("remoteobjects.name");
    }

    private static Map<String, Object> service(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("objectClass", new String[] {Thermometer.class.getName()});
        return all;
    }

    private static void failureOf(Promise<?> promise) throws Exception {
        Throwable failure = promise.getFailure();
        if (failure != null) {
            throw (Exception) failure;
        }
    }

    /** A service that knows nothing of remoting. */
    public interface Plain {
        String echo(String text);
    }

    /** An interface that cannot be remote. */
    public interface Starter {
        void start(Thread thread);
    }

    private static final class BoilingException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static class Kettle implements Thermometer {

        private final MutableProperty<Double> celsius = Property.of(100.0);

        @Override
        public Property<Double> celsius() {
            return celsius;
        }

        @Override
        public double read() throws BrokenException {
            return 99;
        }

        @Override
        public Promise<Double> readLater() {
            return new Deferred<Double>().getPromise();
        }
    }

    private static final class Broken extends Kettle {

        private final Exception failure;

        Broken(Exception failure) {
            this.failure = failure;
        }

        @Override
        public double read() throws BrokenException {
            if (failure instanceof BrokenException declared) {
                throw declared;
            }
            throw (RuntimeException) failure;
        }
    }
}

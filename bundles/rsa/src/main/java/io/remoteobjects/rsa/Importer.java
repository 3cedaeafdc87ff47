package io.remoteobjects.rsa;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.ServiceException;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

import io.remoteobjects.LinkException;
import io.remoteobjects.Replica;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.TypedReplica;

/** Hands replicas to consumers. Any thread. */
final class Importer {

    /** How long the first to ask for an object waits for it to be connected. */
    private static final Duration FIRST_CONNECTION = Duration.ofSeconds(5);

    private final Node node;
    private final ImportedProxies proxies = new ImportedProxies();

    Importer(Node node) {
        this.node = node;
    }

    /**
     * Acquires a replica for one consumer. What the topology manager imports is connected already, and so is the result. Where nobody has
     * acquired the object yet, this waits a while for the connection; without one, calls fail until it is there.
     *
     * @param loader sees all interfaces
     * @param bundleId the consumer
     * @param interfaces what the result implements
     * @param endpoint the Source
     * @return the proxy
     * @throws IllegalArgumentException if the interfaces, as this consumer has them, are not those of the Source: a service that another
     *         consumer has imported is offered to all
     */
    Object replica(ClassLoader loader, long bundleId, Class<?>[] interfaces, EndpointDescription endpoint) {
        String name = text(endpoint, Endpoints.NAME);
        String url = text(endpoint, Endpoints.URL);
        boolean known = node.replicas().stream().anyMatch(each -> each.name().equals(name) && each.url().equals(url));
        TypedReplica replica = node.acquire(name, url, timeout(endpoint.getProperties()), Importer::remote, loader, interfaces);
        // At once, for the endpoint or the consumer may go while this waits.
        proxies.add(endpoint.getId(), bundleId, replica);
        if (!known) {
            awaitConnection(replica);
        }
        if (replica.handle().state() == Replica.State.SIGNATURE_MISMATCH) {
            String problem = replica.problem();
            proxies.release(endpoint.getId(), bundleId);
            throw new IllegalArgumentException("Bundle " + bundleId + " has another version of " + Arrays.toString(interfaces) + " than "
                    + name + " at " + url + ", and gets no service from it: " + problem + ". Install the same version on both sides.");
        }
        return replica.service();
    }

    private static String text(EndpointDescription endpoint, String key) {
        if (endpoint.getProperties().get(key) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException("Endpoint " + endpoint.getId() + " says it is of type " + Endpoints.CONFIG_TYPE
                + ", and its property " + key + " is no text. Set it where the endpoint is described.");
    }

    private Duration timeout(Map<String, Object> endpoint) {
        Object configured = endpoint.get(Endpoints.TIMEOUT);
        if (configured == null) {
            return node.callTimeout();
        }
        try {
            long millis = configured instanceof Number number ? number.longValue() : Long.parseLong(configured.toString().trim());
            if (millis > 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException noNumber) {
            // Told below, as for a number that makes no sense.
        }
        throw new IllegalArgumentException("Endpoint property " + Endpoints.TIMEOUT + "=" + configured
                + " is no time in milliseconds. Set it to a number above 0.");
    }

    private static RuntimeException remote(LinkException failure) {
        return new ServiceException(failure.getMessage(), ServiceException.REMOTE, failure);
    }

    private static void awaitConnection(TypedReplica replica) {
        CountDownLatch settled = new CountDownLatch(1);
        replica.handle().whenValid().onResolve(settled::countDown);
        try {
            settled.await(FIRST_CONNECTION.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void releaseEndpoint(String endpointId) {
        proxies.releaseEndpoint(endpointId);
    }

    void releaseBundle(long bundleId) {
        proxies.releaseBundle(bundleId);
    }

    void releaseAll() {
        proxies.releaseAll();
    }
}

package io.remoteobjects.discovery;

import java.util.Collection;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;

import io.remoteobjects.Subscription;
import io.remoteobjects.node.EndpointDirectory;
import io.remoteobjects.node.LocationListener;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.ObjectLocation;

/**
 * Tells of the endpoints of others to every endpoint listener, and passes this container's on. Its own way of discovery is by QtRO
 * registries and by hosts that are configured by address: what is offered here stands in the directory of its node. All of it happens on
 * one thread of its own.
 */
@Component(service = Discovery.class, immediate = true)
@Capability(namespace = "osgi.remoteserviceadmin.discovery", version = "1.1.0", attribute = "protocols:List<String>=\"remoteobjects\"")
@SuppressWarnings("deprecation")
public final class DiscoveryComponent implements Discovery {

    private final DiscoveryThread thread = new DiscoveryThread();
    private final EndpointListeners listeners = new EndpointListeners();
    private final OwnEndpoints own = new OwnEndpoints(thread);
    private final AtomicLong found = new AtomicLong();
    private final Exchange exchange;
    private final Hosts hosts;
    private final ContractTracker contracts;
    private final Subscription locations;
    private final ServiceRegistration<?> registration;

    /**
     * Starts discovery.
     *
     * @param context of this bundle
     * @param node whose directory is filled, and by which others are found
     */
    @Activate
    public DiscoveryComponent(BundleContext context, @Reference Node node) {
        // Before anything is offered here, so that nobody takes this host for one that describes nothing.
        node.publishEndpoints(Map.of());
        thread.execute(() -> own.add(node, endpoints -> node.publishEndpoints(texts(endpoints))));
        exchange = new Exchange(node.id(), node.networkAddress(), thread, own, listeners::update);
        ContractClaims claims = new ContractClaims();
        hosts = new Hosts(node.id(), Set.copyOf(node.addresses()), claims, new NodeDirectories(node, thread), thread,
                endpoints -> exchange.put(node, endpoints));
        contracts = new ContractTracker(context, claims, thread, hosts::changed);
        contracts.open();
        locations = node.observeLocations(new LocationListener() {
            @Override
            public void added(ObjectLocation location) {
                thread.execute(() -> hosts.added(location));
            }

            @Override
            public void removed(ObjectLocation location) {
                thread.execute(() -> hosts.removed(location));
            }
        });
        registration = register(context);
    }

    private static Map<String, String> texts(Collection<KnownEndpoint> endpoints) {
        Map<String, String> texts = new LinkedHashMap<>();
        endpoints.forEach(each -> texts.put(each.id(), each.version()));
        return texts;
    }

    @Override
    public Channel open(Consumer<Collection<EndpointDescription>> outlet) {
        return exchange.open(outlet);
    }

    @Override
    public Subscription host(String framework, String url) {
        // The last is what tells it from the same host found in another way.
        ObjectLocation directory = new ObjectLocation(EndpointDirectory.NAME_PREFIX + framework, EndpointDirectory.class.getSimpleName(),
                url, "found " + found.incrementAndGet());
        thread.execute(() -> hosts.added(directory));
        return () -> thread.execute(() -> hosts.removed(directory));
    }

    @Override
    public Tasks tasks() {
        return new OwnTasks(thread);
    }

    private ServiceRegistration<?> register(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(EndpointEventListener.ENDPOINT_LISTENER_SCOPE,
                "(endpoint.framework.uuid=" + context.getProperty(Constants.FRAMEWORK_UUID) + ")");
        properties.put("discovery", true);
        return context.registerService(new String[] {EndpointEventListener.class.getName(),
                org.osgi.service.remoteserviceadmin.EndpointListener.class.getName()}, own, properties);
    }

    /** Stops discovery: listeners are told that what they were told of is gone. */
    @Deactivate
    void stop() {
        registration.unregister();
        locations.close();
        contracts.close();
        // Two tasks: whatever becomes of the first, listeners are told.
        thread.execute(hosts::close);
        thread.stop(() -> listeners.update(Map.of()));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(EndpointEventListener listener, Map<String, Object> properties) {
        put(listener, properties);
    }

    void updatedListener(EndpointEventListener listener, Map<String, Object> properties) {
        put(listener, properties);
    }

    void removeListener(EndpointEventListener listener, Map<String, Object> properties) {
        remove(properties);
    }

    /** Who listens in both ways is told in the newer one only. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            target = "(!(objectClass=org.osgi.service.remoteserviceadmin.EndpointEventListener))")
    void addLegacyListener(org.osgi.service.remoteserviceadmin.EndpointListener listener, Map<String, Object> properties) {
        put(new LegacyListener(listener), properties);
    }

    void updatedLegacyListener(org.osgi.service.remoteserviceadmin.EndpointListener listener, Map<String, Object> properties) {
        put(new LegacyListener(listener), properties);
    }

    void removeLegacyListener(org.osgi.service.remoteserviceadmin.EndpointListener listener, Map<String, Object> properties) {
        remove(properties);
    }

    private void put(EndpointEventListener listener, Map<String, Object> properties) {
        if (listener != own) {
            Object scope = properties.get(EndpointEventListener.ENDPOINT_LISTENER_SCOPE);
            thread.execute(() -> listeners.put(properties.get(Constants.SERVICE_ID), listener, scope));
        }
    }

    private void remove(Map<String, Object> properties) {
        thread.execute(() -> listeners.remove(properties.get(Constants.SERVICE_ID)));
    }
}

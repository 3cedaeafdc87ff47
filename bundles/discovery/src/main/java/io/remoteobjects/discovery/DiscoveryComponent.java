package io.remoteobjects.discovery;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;

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
import org.osgi.service.remoteserviceadmin.EndpointEventListener;

import io.remoteobjects.Subscription;
import io.remoteobjects.node.LocationListener;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.ObjectLocation;

/**
 * Discovery by QtRO registries and by hosts that are configured by address: tells of this container's endpoints through the directory of
 * its node, and of the endpoints of others to every endpoint listener. All of it happens on one thread of its own.
 */
@Component(service = {})
@Capability(namespace = "osgi.remoteserviceadmin.discovery", version = "1.1.0", attribute = "protocols:List<String>=\"remoteobjects\"")
@SuppressWarnings("deprecation")
public final class DiscoveryComponent {

    private final DiscoveryThread thread = new DiscoveryThread();
    private final EndpointListeners listeners = new EndpointListeners();
    private final OwnEndpoints own;
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
        own = new OwnEndpoints(thread, node::publishEndpoints);
        ContractClaims claims = new ContractClaims();
        hosts = new Hosts(node.id(), Set.copyOf(node.addresses()), claims, new NodeDirectories(node, thread), thread, listeners::update);
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

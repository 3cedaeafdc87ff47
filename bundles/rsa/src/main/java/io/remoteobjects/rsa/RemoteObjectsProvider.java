package io.remoteobjects.rsa;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.aries.rsa.annotations.RSADistributionProvider;
import org.apache.aries.rsa.spi.DistributionProvider;
import org.apache.aries.rsa.spi.Endpoint;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.osgi.util.tracker.BundleTracker;

import io.remoteobjects.node.Node;

/**
 * Exports services as Sources of the node, and imports its Replicas. Called by Aries' Remote Service Admin, on any thread.
 *
 * <p>It is a service while the bundle of Aries' SPI is active: Aries registers all that it imports through the context that this bundle had
 * when it first saw the provider, so that once the bundle is stopped nothing is imported any more, even if it is started again.
 */
@Component(service = {})
@RSADistributionProvider(configs = Endpoints.CONFIG_TYPE)
public final class RemoteObjectsProvider implements DistributionProvider {

    private static final String IMPORTED = "(&(" + RemoteConstants.SERVICE_IMPORTED_CONFIGS + "=" + Endpoints.CONFIG_TYPE + ")("
            + RemoteConstants.ENDPOINT_ID + "=*)(" + RemoteConstants.SERVICE_IMPORTED + "=*))";

    private final BundleContext context;
    private final Exporter exporter;
    private final Importer importer;
    private final SynchronousBundleListener stops;
    private final ServiceListener imports;
    private final WhileSpiIsActive registrations;

    @Activate
    public RemoteObjectsProvider(BundleContext context, @Reference Node node) throws InvalidSyntaxException {
        this.context = context;
        exporter = new Exporter(node);
        importer = new Importer(node);
        // Synchronous: told later, it would take away what the bundle got after it was started again.
        stops = event -> {
            if (event.getType() == BundleEvent.STOPPED) {
                importer.releaseBundle(event.getBundle().getBundleId());
            }
        };
        imports = event -> {
            if (event.getType() == ServiceEvent.UNREGISTERING) {
                importer.releaseEndpoint((String) event.getServiceReference().getProperty(RemoteConstants.ENDPOINT_ID));
            }
        };
        context.addBundleListener(stops);
        context.addServiceListener(imports, IMPORTED);
        registrations = new WhileSpiIsActive(context);
        registrations.open();
    }

    @Override
    public String[] getSupportedTypes() {
        return new String[] {Endpoints.CONFIG_TYPE};
    }

    @Override
    public Endpoint exportService(Object service, BundleContext owner, Map<String, Object> properties, Class[] interfaces) {
        Runnable giveBack = () -> giveBack(owner, properties.get(RemoteConstants.ENDPOINT_SERVICE_ID));
        SharedEndpoint shared = null;
        try {
            shared = exporter.export(service, properties, interfaces);
        } finally {
            if (shared == null) {
                giveBack.run();
            }
        }
        return shared == null ? null : new BorrowedService(shared, giveBack);
    }

    /** Aries gets the service in the name of its owner, and leaves it to us to give it back. */
    private static void giveBack(BundleContext owner, Object serviceId) {
        try {
            ServiceReference<?>[] found = owner.getAllServiceReferences(null, "(" + Constants.SERVICE_ID + "=" + serviceId + ")");
            if (found != null) {
                owner.ungetService(found[0]);
            }
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IllegalStateException stopped) {
            // Its bundle has stopped, and with that gave back everything.
        }
    }

    /** An endpoint of a service that is given back when it is closed. */
    private record BorrowedService(Endpoint endpoint, Runnable giveBack) implements Endpoint {

        @Override
        public EndpointDescription description() {
            return endpoint.description();
        }

        @Override
        public void close() throws IOException {
            try {
                endpoint.close();
            } finally {
                giveBack.run();
            }
        }
    }

    @Override
    public Object importEndpoint(ClassLoader loader, BundleContext consumer, Class[] interfaces, EndpointDescription endpoint) {
        Object proxy = importer.replica(loader, consumer.getBundle().getBundleId(), interfaces, endpoint);
        if (!isImported(endpoint.getId(), interfaces[0].getName())) {
            // It ended meanwhile, which was told while there was nothing to release yet.
            importer.releaseEndpoint(endpoint.getId());
        }
        return proxy;
    }

    private boolean isImported(String endpointId, String interfaceName) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(interfaceName, IMPORTED);
            return found != null && Stream.of(found).anyMatch(each -> endpointId.equals(each.getProperty(RemoteConstants.ENDPOINT_ID)));
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Deactivate
    void stop() {
        registrations.close();
        context.removeServiceListener(imports);
        context.removeBundleListener(stops);
        importer.releaseAll();
    }

    private final class WhileSpiIsActive extends BundleTracker<ServiceRegistration<DistributionProvider>> {

        private final Bundle spi = FrameworkUtil.getBundle(DistributionProvider.class);

        WhileSpiIsActive(BundleContext context) {
            super(context, Bundle.ACTIVE, null);
        }

        @Override
        public ServiceRegistration<DistributionProvider> addingBundle(Bundle bundle, BundleEvent event) {
            return bundle != spi ? null : context.registerService(DistributionProvider.class, RemoteObjectsProvider.this,
                    new Hashtable<>(Map.of(
                            RemoteConstants.REMOTE_CONFIGS_SUPPORTED, getSupportedTypes(),
                            RemoteConstants.REMOTE_INTENTS_SUPPORTED, new String[] {Intents.BASIC, Intents.ASYNC})));
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, ServiceRegistration<DistributionProvider> registration) {
            registration.unregister();
        }
    }
}

package io.remoteobjects.topology.imports;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;

/**
 * Hears of endpoints elsewhere. Each discovery gets a listener of its own, so that its endpoints can be told from those of others and go
 * when it goes: when its bundle stops, not when it gives the listener back, as some do after every event.
 */
final class DiscoveryListener implements ServiceFactory<EndpointEventListener> {

    /** What is told, on threads of the discoveries. */
    interface Sink {
        void endpointChanged(long discovery, EndpointEvent event);
    }

    private final Sink sink;

    DiscoveryListener(Sink sink) {
        this.sink = sink;
    }

    @Override
    public EndpointEventListener getService(Bundle discovery, ServiceRegistration<EndpointEventListener> registration) {
        long id = discovery.getBundleId();
        return (event, filter) -> sink.endpointChanged(id, event);
    }

    @Override
    public void ungetService(Bundle discovery, ServiceRegistration<EndpointEventListener> registration, EndpointEventListener service) {
        // See above.
    }
}

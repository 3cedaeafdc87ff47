package io.remoteobjects.discovery;

import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;

/** Speaks to a listener of Remote Service Admin 1.0, which knows no modification. */
@SuppressWarnings("deprecation")
record LegacyListener(org.osgi.service.remoteserviceadmin.EndpointListener listener) implements EndpointEventListener {

    @Override
    public void endpointChanged(EndpointEvent event, String filter) {
        if (event.getType() != EndpointEvent.ADDED) {
            listener.endpointRemoved(event.getEndpoint(), filter);
        }
        if (event.getType() == EndpointEvent.ADDED || event.getType() == EndpointEvent.MODIFIED) {
            listener.endpointAdded(event.getEndpoint(), filter);
        }
    }
}

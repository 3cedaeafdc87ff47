package io.remoteobjects.topology.exports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells endpoint listeners what is exported here, each according to its scope. Confined to the thread of the topology manager. */
final class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    private final Map<String, EndpointDescription> endpoints = new LinkedHashMap<>();
    private final Map<Object, Audience> audiences = new LinkedHashMap<>();

    /** One listener and the endpoints it knows, each with the filter it was told with. */
    private static final class Audience {
        private final EndpointEventListener listener;
        private final Map<String, String> told = new HashMap<>();
        private Scope scope;

        Audience(EndpointEventListener listener, Scope scope) {
            this.listener = listener;
            this.scope = scope;
        }

        void present(EndpointDescription endpoint, boolean modified) {
            String filter = scope.match(endpoint);
            String before = filter == null ? told.remove(endpoint.getId()) : told.put(endpoint.getId(), filter);
            if (filter != null && before == null) {
                tell(EndpointEvent.ADDED, endpoint, filter);
            } else if (filter != null && modified) {
                tell(EndpointEvent.MODIFIED, endpoint, filter);
            } else if (filter == null && before != null) {
                tell(EndpointEvent.MODIFIED_ENDMATCH, endpoint, before);
            }
        }

        void withdraw(EndpointDescription endpoint) {
            String filter = told.remove(endpoint.getId());
            if (filter != null) {
                tell(EndpointEvent.REMOVED, endpoint, filter);
            }
        }

        private void tell(int type, EndpointDescription endpoint, String filter) {
            try {
                listener.endpointChanged(new EndpointEvent(type, endpoint), filter);
            } catch (RuntimeException | LinkageError theirs) {
                LOG.error("Endpoint listener {} failed on {}; it may miss endpoints until it is restarted", listener, endpoint.getId(),
                        theirs);
            }
        }
    }

    /** A listener is there; it hears of everything in its scope. */
    void addListener(Object key, EndpointEventListener listener, Scope scope) {
        Audience audience = new Audience(listener, scope);
        audiences.put(key, audience);
        List.copyOf(endpoints.values()).forEach(each -> audience.present(each, false));
    }

    /** The scope of a listener may have changed. */
    void changeScope(Object key, Scope scope) {
        Audience audience = audiences.get(key);
        if (audience != null) {
            audience.scope = scope;
            endpoints.values().forEach(each -> audience.present(each, false));
        }
    }

    void removeListener(Object key) {
        audiences.remove(key);
    }

    /** An endpoint is there, or has other properties. */
    void present(EndpointDescription endpoint) {
        endpoints.put(endpoint.getId(), endpoint);
        audiences.values().forEach(each -> each.present(endpoint, true));
    }

    /** An endpoint is gone. */
    void withdraw(EndpointDescription endpoint) {
        if (endpoints.remove(endpoint.getId()) != null) {
            audiences.values().forEach(each -> each.withdraw(endpoint));
        }
    }
}

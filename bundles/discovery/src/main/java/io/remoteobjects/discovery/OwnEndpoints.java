package io.remoteobjects.discovery;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;

/**
 * Hears of the endpoints of this container, of any configuration type, and passes them on. Listens as of Remote Service Admin 1.0 too.
 */
@SuppressWarnings("deprecation")
final class OwnEndpoints implements EndpointEventListener, org.osgi.service.remoteserviceadmin.EndpointListener {

    private final Executor thread;

    // confined to the thread
    private final Map<String, KnownEndpoint> endpoints = new LinkedHashMap<>();
    private final Map<Object, Consumer<Collection<KnownEndpoint>>> outlets = new LinkedHashMap<>();

    /** @param thread one that works in order */
    OwnEndpoints(Executor thread) {
        this.thread = thread;
    }

    /**
     * Passes all endpoints on to somebody, now and after each change. On the thread.
     *
     * @param key by which to remove it
     * @param outlet takes all that there are
     */
    void add(Object key, Consumer<Collection<KnownEndpoint>> outlet) {
        outlets.put(key, outlet);
        outlet.accept(endpoints.values());
    }

    /** On the thread. */
    void remove(Object key) {
        outlets.remove(key);
    }

    @Override
    public void endpointChanged(EndpointEvent event, String filter) {
        switch (event.getType()) {
            case EndpointEvent.ADDED, EndpointEvent.MODIFIED -> put(event.getEndpoint());
            case EndpointEvent.REMOVED, EndpointEvent.MODIFIED_ENDMATCH -> remove(event.getEndpoint());
            default -> throw new IllegalArgumentException("An endpoint event of the unknown type " + event.getType() + " about "
                    + event.getEndpoint().getId() + ". Send one of those of Remote Service Admin 1.1.");
        }
    }

    @Override
    public void endpointAdded(EndpointDescription endpoint, String matchedFilter) {
        put(endpoint);
    }

    @Override
    public void endpointRemoved(EndpointDescription endpoint, String matchedFilter) {
        remove(endpoint);
    }

    private void put(EndpointDescription endpoint) {
        thread.execute(() -> {
            KnownEndpoint now = KnownEndpoint.of(endpoint);
            KnownEndpoint before = endpoints.put(endpoint.getId(), now);
            if (before == null || !before.version().equals(now.version())) {
                passOn();
            }
        });
    }

    private void remove(EndpointDescription endpoint) {
        thread.execute(() -> {
            if (endpoints.remove(endpoint.getId()) != null) {
                passOn();
            }
        });
    }

    private void passOn() {
        outlets.values().forEach(each -> each.accept(endpoints.values()));
    }
}

package io.remoteobjects.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;

/**
 * Hears of the endpoints of this container, of any configuration type, and publishes them. Listens as of Remote Service Admin 1.0 too.
 */
@SuppressWarnings("deprecation")
final class OwnEndpoints implements EndpointEventListener, org.osgi.service.remoteserviceadmin.EndpointListener {

    private final Executor thread;
    private final Consumer<Map<String, String>> publish;

    // confined to the thread
    private final Map<String, String> published = new LinkedHashMap<>();

    /**
     * @param thread one that works in order
     * @param publish takes all descriptions, as XML by endpoint id
     */
    OwnEndpoints(Executor thread, Consumer<Map<String, String>> publish) {
        this.thread = thread;
        this.publish = publish;
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
            String xml = EndpointXmlWriter.write(endpoint);
            if (!xml.equals(published.put(endpoint.getId(), xml))) {
                publish.accept(published);
            }
        });
    }

    private void remove(EndpointDescription endpoint) {
        thread.execute(() -> {
            if (published.remove(endpoint.getId()) != null) {
                publish.accept(published);
            }
        });
    }
}

package io.remoteobjects.node;

import java.util.LinkedHashMap;
import java.util.Map;

import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;

/** The Source of a node's own directory. */
final class OwnDirectory implements EndpointDirectory {

    private final String nodeId;
    private final MutableProperty<Map<String, Object>> endpoints = Property.of(Map.of());
    private final MutableProperty<Boolean> complete = Property.of(false);

    OwnDirectory(String nodeId) {
        this.nodeId = nodeId;
    }

    @Override
    public Property<Map<String, Object>> endpoints() {
        return endpoints;
    }

    @Override
    public Property<Boolean> complete() {
        return complete;
    }

    @Override
    public Promise<String> hello(String peer) {
        return Promises.resolved(nodeId);
    }

    void publish(Map<String, String> descriptions) {
        endpoints.set(new LinkedHashMap<>(descriptions));
        complete.set(true);
    }
}

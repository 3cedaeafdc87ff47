package io.remoteobjects.topology.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.remoteserviceadmin.EndpointDescription;

/**
 * The endpoints that discoveries told of. Several may tell of the same one: it is there until the last takes it back, and the one who told
 * first describes it. Confined to the thread of the topology manager.
 */
final class KnownEndpoints {

    private final Map<String, Map<Object, EndpointDescription>> told = new HashMap<>();

    /** A discovery tells of an endpoint, or of its new properties. {@return how the endpoint is to be seen now} */
    EndpointDescription put(Object discovery, EndpointDescription endpoint) {
        Map<Object, EndpointDescription> by = told.computeIfAbsent(endpoint.getId(), id -> new LinkedHashMap<>());
        by.put(discovery, endpoint);
        return by.values().iterator().next();
    }

    /** A discovery takes an endpoint back. {@return how it is to be seen now; null if nobody tells of it any more} */
    EndpointDescription remove(Object discovery, String endpointId) {
        Map<Object, EndpointDescription> by = told.get(endpointId);
        if (by == null) {
            return null;
        }
        by.remove(discovery);
        if (by.isEmpty()) {
            told.remove(endpointId);
            return null;
        }
        return by.values().iterator().next();
    }

    /** {@return how all endpoints are to be seen now} */
    List<EndpointDescription> all() {
        return told.values().stream().map(by -> by.values().iterator().next()).toList();
    }

    /** {@return the ids of all endpoints that a discovery told of} */
    List<String> toldBy(Object discovery) {
        return told.entrySet().stream().filter(each -> each.getValue().containsKey(discovery)).map(Map.Entry::getKey).toList();
    }
}

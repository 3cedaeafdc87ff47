package io.remoteobjects.rsa;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.remoteobjects.node.TypedReplica;

/** The replicas that were handed to consumers: one an endpoint and bundle. Any thread. */
final class ImportedProxies {

    private final Map<Key, TypedReplica> replicas = new HashMap<>();

    private record Key(String endpointId, long bundleId) {
    }

    /** Enters a replica. One that the bundle had before is released: it asks again only after it gave that back. */
    void add(String endpointId, long bundleId, TypedReplica replica) {
        TypedReplica before;
        synchronized (this) {
            before = replicas.put(new Key(endpointId, bundleId), replica);
        }
        if (before != null) {
            before.close();
        }
    }

    /** Releases what a bundle had from an endpoint. */
    void release(String endpointId, long bundleId) {
        release(new Key(endpointId, bundleId)::equals);
    }

    /** Releases what was imported from an endpoint. */
    void releaseEndpoint(String endpointId) {
        release(key -> key.endpointId.equals(endpointId));
    }

    /** Releases what a bundle had. */
    void releaseBundle(long bundleId) {
        release(key -> key.bundleId == bundleId);
    }

    void releaseAll() {
        release(key -> true);
    }

    private void release(Predicate<Key> which) {
        List<TypedReplica> released = new ArrayList<>();
        synchronized (this) {
            for (Iterator<Map.Entry<Key, TypedReplica>> each = replicas.entrySet().iterator(); each.hasNext();) {
                Map.Entry<Key, TypedReplica> entry = each.next();
                if (which.test(entry.getKey())) {
                    released.add(entry.getValue());
                    each.remove();
                }
            }
        }
        released.forEach(TypedReplica::close);
    }
}

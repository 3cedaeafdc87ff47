package io.remoteobjects.discovery;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who knows which endpoints. An endpoint is there until the last who knows it has lost it; of several, the one who told of it first
 * describes it, so that nothing changes when another finds it too. Confined to one thread.
 */
final class Knowledge {

    private final Map<String, Map<Object, KnownEndpoint>> byId = new LinkedHashMap<>();
    private final Map<Object, Set<String>> bySource = new HashMap<>();

    /**
     * @param source who knows
     * @param endpoints all that it knows, by id
     */
    void put(Object source, Map<String, KnownEndpoint> endpoints) {
        Set<String> now = Set.copyOf(endpoints.keySet());
        Set<String> before = now.isEmpty() ? bySource.remove(source) : bySource.put(source, now);
        if (before != null) {
            before.stream().filter(id -> !now.contains(id)).forEach(id -> lost(source, id));
        }
        endpoints.forEach((id, endpoint) -> byId.computeIfAbsent(id, any -> new LinkedHashMap<>()).put(source, endpoint));
    }

    private void lost(Object source, String id) {
        byId.computeIfPresent(id, (any, told) -> {
            told.remove(source);
            return told.isEmpty() ? null : told;
        });
    }

    /** {@return all endpoints by id} */
    Map<String, KnownEndpoint> all() {
        Map<String, KnownEndpoint> all = new LinkedHashMap<>();
        byId.forEach((id, told) -> all.put(id, told.values().iterator().next()));
        return all;
    }
}

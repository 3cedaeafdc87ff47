package io.remoteobjects.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.EndpointEvent;
import org.osgi.service.remoteserviceadmin.EndpointEventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners of the endpoints in their scope. Each is told what differs from what it was told before, so it does not matter when
 * it came or how often its scope changed. What goes is told before what comes. Confined to one thread.
 */
final class EndpointListeners {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointListeners.class);

    private final Map<Object, Listener> listeners = new LinkedHashMap<>();
    private Map<String, KnownEndpoint> endpoints = Map.of();

    /**
     * Adds a listener, which is told of all that is known, or changes the scope of one.
     *
     * @param key by which it is known
     * @param listener whom to tell
     * @param scope the service property {@code endpoint.listener.scope}: one filter or several; empty or null for none
     */
    void put(Object key, EndpointEventListener listener, Object scope) {
        Listener entry = listeners.computeIfAbsent(key, any -> new Listener(listener));
        entry.scope = filters(scope);
        entry.tell(endpoints);
    }

    /** Forgets a listener. */
    void remove(Object key) {
        listeners.remove(key);
    }

    /**
     * Tells all listeners.
     *
     * @param known all endpoints that there are now, by id
     */
    void update(Map<String, KnownEndpoint> known) {
        endpoints = new LinkedHashMap<>(known);
        listeners.values().forEach(each -> each.tell(known));
    }

    private static List<Filter> filters(Object scope) {
        Collection<?> texts = scope == null ? List.of() : scope instanceof Collection<?> several ? several
                : scope instanceof Object[] several ? List.of(several) : List.of(scope);
        List<Filter> filters = new ArrayList<>();
        for (String text : texts.stream().map(String::valueOf).filter(each -> !each.isBlank()).toList()) {
            try {
                filters.add(FrameworkUtil.createFilter(text));
            } catch (InvalidSyntaxException wrong) {
                LOG.warn("An endpoint listener's scope \"{}\" is no filter: {}. It is ignored; correct it.", text, wrong.getMessage());
            }
        }
        return filters;
    }

    /** What a listener was told of an endpoint, and by which part of its scope. */
    private record Told(KnownEndpoint endpoint, String filter) {
    }

    private static final class Listener {

        private final EndpointEventListener target;
        private final Map<String, Told> told = new LinkedHashMap<>();
        private List<Filter> scope = List.of();

        Listener(EndpointEventListener target) {
            this.target = target;
        }

        void tell(Map<String, KnownEndpoint> known) {
            for (Told each : List.copyOf(told.values())) {
                if (!known.containsKey(each.endpoint.id())) {
                    end(EndpointEvent.REMOVED, each, each.endpoint.description());
                }
            }
            known.values().forEach(this::tell);
        }

        private void tell(KnownEndpoint endpoint) {
            Told before = told.get(endpoint.id());
            boolean changed = before == null || !before.endpoint.version().equals(endpoint.version());
            Optional<String> filter = scope.stream().filter(each -> each.matches(endpoint.description().getProperties())).findFirst()
                    .map(Filter::toString);
            if (filter.isPresent()) {
                told.put(endpoint.id(), new Told(endpoint, filter.get()));
                if (changed) {
                    call(before == null ? EndpointEvent.ADDED : EndpointEvent.MODIFIED, endpoint.description(), filter.get());
                }
            } else if (before != null) {
                end(changed ? EndpointEvent.MODIFIED_ENDMATCH : EndpointEvent.REMOVED, before, endpoint.description());
            }
        }

        private void end(int type, Told before, EndpointDescription description) {
            told.remove(before.endpoint.id());
            call(type, description, before.filter);
        }

        private void call(int type, EndpointDescription description, String filter) {
            try {
                target.endpointChanged(new EndpointEvent(type, description), filter);
            } catch (RuntimeException | LinkageError failed) {
                LOG.warn("An endpoint listener failed on an event about {}; others are told all the same", description.getId(), failed);
            }
        }
    }
}

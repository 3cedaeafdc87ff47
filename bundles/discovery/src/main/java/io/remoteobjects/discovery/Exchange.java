package io.remoteobjects.discovery;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.osgi.service.remoteserviceadmin.EndpointDescription;

/** Brings together what the ways of discovery know, and tells them what they pass on. Confined to the thread, but for what says so. */
final class Exchange {

    private final String frameworkId;
    private final Optional<String> networkUrl;
    private final Schedule thread;
    private final OwnEndpoints own;
    private final Consumer<Map<String, KnownEndpoint>> listener;
    private final Knowledge knowledge = new Knowledge();
    private boolean scheduled;

    /**
     * @param frameworkId of this container
     * @param networkUrl where other machines reach it; empty if they cannot
     * @param thread what it is confined to
     * @param own the endpoints of this container
     * @param listener told of all endpoints elsewhere by id, whenever something may have changed
     */
    Exchange(String frameworkId, Optional<String> networkUrl, Schedule thread, OwnEndpoints own,
            Consumer<Map<String, KnownEndpoint>> listener) {
        this.frameworkId = frameworkId;
        this.networkUrl = networkUrl;
        this.thread = thread;
        this.own = own;
        this.listener = listener;
    }

    /** As {@link Discovery#open}. Any thread. */
    Discovery.Channel open(Consumer<Collection<EndpointDescription>> outlet) {
        Origins channel = new Origins();
        thread.execute(() -> own.add(channel, endpoints -> outlet.accept(abroad(endpoints))));
        return channel;
    }

    private List<EndpointDescription> abroad(Collection<KnownEndpoint> endpoints) {
        return endpoints.stream().map(each -> Reach.abroad(each.description(), networkUrl)).flatMap(Optional::stream).toList();
    }

    /**
     * @param source who knows
     * @param endpoints all that it knows, by id
     */
    void put(Object source, Map<String, KnownEndpoint> endpoints) {
        knowledge.put(source, endpoints);
        if (!scheduled) {
            // One after another tells what it knows, above all at a start: listeners are told when all have.
            scheduled = true;
            thread.execute(() -> {
                scheduled = false;
                listener.accept(knowledge.all());
            });
        }
    }

    /** One way of discovery, by which several others may be found. Any thread. */
    private final class Origins implements Discovery.Channel {

        private final Set<Origin> found = new HashSet<>();
        private boolean closed;

        @Override
        public void found(String origin, Collection<EndpointDescription> endpoints) {
            List<EndpointDescription> told = List.copyOf(endpoints);
            thread.execute(() -> put(new Origin(this, origin), told));
        }

        private void put(Origin origin, List<EndpointDescription> told) {
            if (closed) {
                // Nobody would ever take it back.
                return;
            }
            Map<String, KnownEndpoint> known = new LinkedHashMap<>();
            told.stream().filter(each -> !frameworkId.equals(each.getFrameworkUUID()))
                    .forEach(each -> known.putIfAbsent(each.getId(), KnownEndpoint.of(each)));
            found.add(origin);
            Exchange.this.put(origin, known);
        }

        @Override
        public void close() {
            thread.execute(() -> {
                closed = true;
                own.remove(this);
                found.forEach(each -> Exchange.this.put(each, Map.of()));
            });
        }
    }

    private record Origin(Object channel, String name) {
    }
}

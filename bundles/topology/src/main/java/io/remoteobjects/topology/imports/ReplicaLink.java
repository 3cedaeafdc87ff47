package io.remoteobjects.topology.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

import io.remoteobjects.Replica.State;
import io.remoteobjects.Subscription;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.TypedReplica;

/**
 * Follows a Source with a replica for each class space that asks for it: bundles that see other classes of the same name may fit the
 * Source or not. Confined to the thread of the topology manager.
 */
final class ReplicaLink implements SourceLink {

    private final Node node;
    private final String name;
    private final String url;
    private final List<String> offered;
    private final Runnable changed;
    private final Runnable closed;
    private final Map<List<Class<?>>, Probe> probes = new HashMap<>();
    private final Map<List<Class<?>>, Set<String>> askers = new HashMap<>();
    private final Set<String> blind = new LinkedHashSet<>();

    /** One class space's replica, or why there is none. */
    private record Probe(TypedReplica replica, Subscription states, String refusal, boolean isPassing) {

        State state() {
            return replica == null ? State.SIGNATURE_MISMATCH : replica.handle().state();
        }

        String problem() {
            return replica == null ? refusal : replica.problem();
        }

        void close() {
            if (replica != null) {
                states.close();
                replica.close();
            }
        }
    }

    /**
     * @param node acquires the replicas
     * @param name the object's name
     * @param url where its host listens
     * @param offered the endpoint's interfaces
     * @param changed told, on any thread, that the state may be another one
     * @param closed told that this is closed
     */
    ReplicaLink(Node node, String name, String url, List<String> offered, Runnable changed, Runnable closed) {
        this.node = node;
        this.name = name;
        this.url = url;
        this.offered = offered;
        this.changed = changed;
        this.closed = closed;
    }

    @Override
    public void seenBy(List<Bundle> bundles) {
        blind.clear();
        askers.clear();
        for (Bundle bundle : bundles) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            ClassLoader loader = wiring == null ? null : wiring.getClassLoader();
            if (loader == null) {
                // It was uninstalled or is being refreshed, of which its interest is about to tell.
                continue;
            }
            List<Class<?>> seen = seen(loader);
            if (seen.isEmpty()) {
                blind.add(Names.of(bundle));
            } else {
                askers.computeIfAbsent(seen, each -> new TreeSet<>()).add(Names.of(bundle));
            }
        }
        for (List<Class<?>> each : List.copyOf(probes.keySet())) {
            if (!askers.containsKey(each)) {
                probes.remove(each).close();
            }
        }
        askers.keySet().forEach(each -> probes.computeIfAbsent(each, this::probe));
    }

    private List<Class<?>> seen(ClassLoader loader) {
        List<Class<?>> seen = new ArrayList<>();
        for (String each : offered) {
            try {
                seen.add(loader.loadClass(each));
            } catch (ClassNotFoundException | LinkageError unseen) {
                // Told as a problem if the bundle sees no other interface either.
                continue;
            }
        }
        return seen;
    }

    private Probe probe(List<Class<?>> space) {
        Class<?>[] interfaces = space.toArray(Class<?>[]::new);
        try {
            TypedReplica replica = node.acquire(name, url, node.callTimeout(), link -> link, interfaces[0].getClassLoader(),
                    interfaces);
            return new Probe(replica, replica.handle().onStateChange(state -> changed.run()), "", false);
        } catch (RuntimeException | LinkageError refused) {
            // A node that is closed is no fault: its end is about to be told.
            return new Probe(null, null, Names.problem("acquiring it by " + space, refused), refused instanceof IllegalStateException);
        }
    }

    @Override
    public State state() {
        State best = State.SIGNATURE_MISMATCH;
        for (Probe each : probes.values()) {
            best = better(best, each.state());
        }
        return probes.isEmpty() ? State.DEFAULT : best;
    }

    private static State better(State one, State other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(State state) {
        return switch (state) {
            case SIGNATURE_MISMATCH -> 0;
            case UNINITIALIZED, DEFAULT -> 1;
            case SUSPECT -> 2;
            case VALID -> 3;
        };
    }

    @Override
    public String problem() {
        List<String> problems = new ArrayList<>();
        if (!blind.isEmpty()) {
            problems.add("of the endpoint's interfaces " + offered + " none is visible to " + blind + "; import its package there");
        }
        if (!probes.isEmpty() && interfaces().isEmpty()) {
            problems.add("of the endpoint's interfaces " + offered + " none is visible to all bundles that ask for one");
        }
        probes.forEach((space, probe) -> {
            if (!probe.problem().isEmpty()) {
                problems.add((probes.size() > 1 ? "with that of " + String.join(", ", askers.get(space)) + ", " : "") + probe.problem());
            }
        });
        return String.join("; ", problems);
    }

    @Override
    public boolean isPassing() {
        return probes.values().stream().anyMatch(Probe::isPassing);
    }

    @Override
    public Collection<String> interfaces() {
        Set<String> common = new LinkedHashSet<>(offered);
        for (List<Class<?>> space : probes.keySet()) {
            common.retainAll(space.stream().map(Class::getName).toList());
        }
        return common;
    }

    @Override
    public void close() {
        probes.values().forEach(Probe::close);
        probes.clear();
        closed.run();
    }
}

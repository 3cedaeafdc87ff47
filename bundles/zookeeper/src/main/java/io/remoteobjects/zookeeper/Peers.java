package io.remoteobjects.zookeeper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nodes of other containers, and what they say. Confined to the thread of discovery. */
final class Peers {

    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);

    private final Map<String, Peer> peers = new LinkedHashMap<>();
    private final Parser parser;
    private final BiConsumer<String, List<EndpointDescription>> found;

    /** Reads the content of a node, as {@link NodeContent#read} does. */
    interface Parser {
        List<EndpointDescription> read(byte[] content, Consumer<String> problem);
    }

    /** One container. */
    private static final class Peer {

        private final Set<NodeName> nodes = new HashSet<>();
        private final Map<NodeName, List<EndpointDescription>> read = new HashMap<>();
        private long told;

        /** {@return the newest generation of which all nodes are there; empty if there is none} */
        Set<NodeName> newest() {
            return nodes.stream().collect(Collectors.groupingBy(NodeName::generation, Collectors.toSet())).values().stream()
                    .filter(each -> each.size() == each.iterator().next().parts())
                    .max(Comparator.comparing(each -> each.iterator().next().generation())).orElse(Set.of());
        }
    }

    /**
     * @param parser reads contents
     * @param found told of all that a container, by its framework UUID, offers now
     */
    Peers(Parser parser, BiConsumer<String, List<EndpointDescription>> found) {
        this.parser = parser;
        this.found = found;
    }

    /** A node is there. */
    void created(NodeName node) {
        peers.computeIfAbsent(node.framework(), any -> new Peer()).nodes.add(node);
    }

    /** A node is gone. With its last, a container is: its session has ended. */
    void deleted(NodeName node) {
        Peer peer = peers.get(node.framework());
        if (peer != null) {
            peer.nodes.remove(node);
            peer.read.remove(node);
            if (peer.nodes.isEmpty()) {
                forget(node.framework());
            }
        }
    }

    /**
     * These nodes are there and no others. A container that has none now is not given up yet: where its session has expired as well, it is
     * about to make them again.
     */
    void listed(Set<NodeName> nodes) {
        peers.values().forEach(peer -> {
            peer.nodes.retainAll(nodes);
            peer.read.keySet().retainAll(nodes);
        });
        nodes.forEach(this::created);
    }

    /** Whoever has no node by now is gone. */
    void forgetMissing() {
        List.copyOf(peers.keySet()).stream().filter(framework -> peers.get(framework).nodes.isEmpty()).forEach(this::forget);
    }

    private void forget(String framework) {
        if (peers.remove(framework).told > 0) {
            found.accept(framework, List.of());
        }
    }

    /** {@return the nodes whose content is still to be read} */
    Set<NodeName> unread() {
        Set<NodeName> unread = new LinkedHashSet<>();
        peers.values().forEach(peer -> peer.newest().stream().filter(node -> !peer.read.containsKey(node)).forEach(unread::add));
        return unread;
    }

    /** A node has this content. */
    void read(NodeName node, byte[] content) {
        Peer peer = peers.get(node.framework());
        if (peer != null && peer.nodes.contains(node)) {
            peer.read.put(node, endpoints(node, content));
            tell(node.framework(), peer);
        }
    }

    private List<EndpointDescription> endpoints(NodeName node, byte[] content) {
        try {
            return parser.read(Optional.ofNullable(content).orElse(new byte[0]), problem -> LOG.warn(
                    "An endpoint in ZooKeeper's node {} is ignored, as its description makes no sense: {}. Update that container.", node,
                    problem)).stream().filter(Peers::isElsewhere).toList();
        } catch (IllegalArgumentException broken) {
            LOG.warn("ZooKeeper's node {} is ignored, as its content makes no sense: {}. Delete it, and see who may write there.", node,
                    broken.getMessage());
            return List.of();
        }
    }

    /** A local socket of that name would be another one here. */
    private static boolean isElsewhere(EndpointDescription endpoint) {
        return !String.valueOf(endpoint.getProperties().get("remoteobjects.url")).startsWith("local:");
    }

    private void tell(String framework, Peer peer) {
        Set<NodeName> newest = peer.newest();
        if (!newest.isEmpty() && peer.read.keySet().containsAll(newest)) {
            List<EndpointDescription> endpoints = new ArrayList<>();
            newest.stream().sorted(Comparator.comparing(NodeName::part)).forEach(node -> endpoints.addAll(peer.read.get(node)));
            peer.told = newest.iterator().next().generation();
            // Whoever is told keeps it.
            peer.read.replaceAll((node, any) -> List.of());
            found.accept(framework, endpoints);
        }
    }
}

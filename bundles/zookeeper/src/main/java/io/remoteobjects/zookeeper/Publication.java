package io.remoteobjects.zookeeper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

import io.remoteobjects.discovery.Schedule;

/**
 * This container's nodes. Changes are collected for a moment and then announced all together, and not again for some time, as each makes
 * every other container read. Confined to the thread of discovery.
 */
final class Publication {

    /** How long the first change waits for others, with a random part so that many containers do not announce at the same moment. */
    static final int COLLECT_MILLIS = 100;
    static final int SPREAD_MILLIS = 200;

    /** The least time between two announcements. */
    static final int INTERVAL_MILLIS = 2_000;

    private final String framework;
    private final String path;
    private final Session session;
    private final Schedule thread;
    private final BiConsumer<Code, String> failed;

    private final Set<NodeName> there = new HashSet<>();
    private Set<NodeName> current = Set.of();
    private List<EndpointDescription> endpoints = List.of();
    private boolean listed;
    private boolean changed;
    private boolean scheduled;
    private int creating;
    private long generation;
    private long announcedAt = now() - INTERVAL_MILLIS;

    /**
     * @param framework this container's framework UUID
     * @param path where the nodes are
     * @param session with the servers
     * @param thread what this is confined to
     * @param failed told of what went wrong, and with what
     */
    Publication(String framework, String path, Session session, Schedule thread, BiConsumer<Code, String> failed) {
        this.framework = framework;
        this.path = path;
        this.session = session;
        this.thread = thread;
        this.failed = failed;
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** These are the endpoints now. */
    void offer(List<EndpointDescription> now) {
        changed |= !now.isEmpty() || !endpoints.isEmpty();
        endpoints = now;
        announceSoon();
    }

    /** The session is a new one: whatever was announced went with the old one. */
    void startAgain() {
        there.clear();
        current = Set.of();
        creating = 0;
        listed = false;
        changed = !endpoints.isEmpty();
    }

    /** These are the nodes that are there. Some may be left over, of a session that was not ended; some may have been lost. */
    void listed(Set<NodeName> nodes) {
        listed = true;
        there.clear();
        there.addAll(nodes);
        nodes.forEach(each -> generation = Math.max(generation, each.generation()));
        changed |= !there.containsAll(current);
        if (!changed && creating == 0) {
            deleteOthers();
        }
        announceSoon();
    }

    void created(NodeName node) {
        there.add(node);
    }

    void deleted(NodeName node) {
        there.remove(node);
        // By somebody else; what is replaced is not current any more.
        changed |= current.contains(node);
        announceSoon();
    }

    private void announceSoon() {
        if (changed && listed && !scheduled && session.isConnected()) {
            scheduled = true;
            long first = COLLECT_MILLIS + ThreadLocalRandom.current().nextInt(SPREAD_MILLIS);
            thread.schedule(() -> {
                scheduled = false;
                if (creating > 0) {
                    announceSoon();
                } else if (changed && listed && session.isConnected()) {
                    announce();
                }
            }, Math.max(first, announcedAt + INTERVAL_MILLIS - now()));
        }
    }

    private void announce() {
        changed = false;
        announcedAt = now();
        // By the clock, so that a name is never used twice, not even by this container's next session.
        generation = Math.max(generation + 1, System.currentTimeMillis());
        List<byte[]> contents = NodeContent.write(endpoints);
        Set<NodeName> nodes = new HashSet<>();
        creating = contents.size();
        List<Code> problems = new ArrayList<>();
        for (int part = 0; part < contents.size(); part++) {
            NodeName node = new NodeName(framework, generation, part, contents.size());
            nodes.add(node);
            session.create(path + "/" + node, contents.get(part), CreateMode.EPHEMERAL, code -> {
                if (code != Code.OK) {
                    problems.add(code);
                }
                if (--creating == 0) {
                    announced(nodes, problems);
                }
            });
        }
        if (contents.isEmpty()) {
            announced(nodes, problems);
        }
    }

    private void announced(Set<NodeName> nodes, List<Code> problems) {
        if (problems.isEmpty()) {
            current = nodes;
            there.addAll(nodes);
            deleteOthers();
            announceSoon();
        } else {
            changed = true;
            failed.accept(problems.get(0), "announcing what is offered here");
        }
    }

    /** Only once the new ones are there, so that nobody sees this container offer nothing. */
    private void deleteOthers() {
        there.stream().filter(each -> !current.contains(each)).forEach(each -> session.delete(path + "/" + each, code -> {
            if (code != Code.OK && code != Code.NONODE) {
                failed.accept(code, "deleting what was offered here");
            }
        }));
    }
}

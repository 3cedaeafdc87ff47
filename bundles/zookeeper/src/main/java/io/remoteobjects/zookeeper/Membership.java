package io.remoteobjects.zookeeper;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Watcher.Event.EventType;
import org.apache.zookeeper.ZooDefs;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.discovery.Schedule;

/**
 * This container among others that use the same node of ZooKeeper. One watch tells of all of theirs: names say what is new, and only that
 * is read. Confined to the thread of discovery, but for {@link #close}.
 */
final class Membership implements Session.Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    /** Each container that announces something makes all others read, and not all at the same moment. */
    private static final int READ_SPREAD_MILLIS = 200;

    private static final long RETRY_MILLIS = 30_000;

    private final String framework;
    private final Settings settings;
    private final Schedule thread;
    private final long graceMillis;
    private final Session session;
    private final Peers peers;
    private final Publication publication;
    private final Set<NodeName> reading = new HashSet<>();
    private final Set<String> complained = new HashSet<>();
    private boolean readScheduled;
    private boolean aclChecked;
    private long listings;

    /**
     * @param framework this container's framework UUID
     * @param settings how ZooKeeper is used
     * @param graceMillis how long after an outage whoever is missing may take to return
     * @param thread what this is confined to
     * @param parser reads contents
     * @param found told of all that a container, by its framework UUID, offers now
     */
    Membership(String framework, Settings settings, long graceMillis, Schedule thread, Peers.Parser parser,
            BiConsumer<String, List<EndpointDescription>> found) {
        this.framework = framework;
        this.settings = settings;
        this.thread = thread;
        this.graceMillis = graceMillis;
        session = new Session(settings, thread, this);
        peers = new Peers(parser, found);
        publication = new Publication(framework, settings.path(), session, thread, this::failed);
    }

    /** Connects, for as long as it takes. Any thread. */
    void start() {
        thread.execute(session::open);
    }

    /** These are this container's endpoints now. */
    void offer(Collection<EndpointDescription> endpoints) {
        publication.offer(List.copyOf(endpoints));
    }

    /** Takes back what was announced. Any thread. */
    @Override
    public void close() {
        session.close();
    }

    @Override
    public void connected(boolean isNew) {
        complained.clear();
        reading.clear();
        if (isNew) {
            publication.startAgain();
        }
        session.watch(settings.path(), code -> {
            if (code == Code.OK) {
                list();
            } else {
                failed(code, "watching");
            }
        });
    }

    private void list() {
        session.list(settings.path(), (code, names) -> {
            switch (code) {
                case OK -> listed(names);
                case NONODE -> makePath(1);
                default -> failed(code, "reading");
            }
        });
    }

    /** Makes what is missing of the path, from above. */
    private void makePath(int from) {
        int slash = settings.path().indexOf('/', from);
        session.create(slash < 0 ? settings.path() : settings.path().substring(0, slash), new byte[0], CreateMode.PERSISTENT, code -> {
            if (code != Code.OK && code != Code.NODEEXISTS) {
                failed(code, "making the node");
            } else if (slash < 0) {
                list();
            } else {
                makePath(slash + 1);
            }
        });
    }

    private void listed(List<String> names) {
        Map<Boolean, Set<NodeName>> nodes = names.stream().map(NodeName::parse).flatMap(Optional::stream)
                .collect(Collectors.partitioningBy(this::isOwn, Collectors.toSet()));
        names.stream().filter(each -> NodeName.parse(each).isEmpty()).forEach(this::stranger);
        publication.listed(nodes.get(true));
        peers.listed(nodes.get(false));
        readSoon();
        checkAcl();
        long number = ++listings;
        thread.schedule(() -> {
            if (number == listings && session.isConnected()) {
                peers.forgetMissing();
            }
        }, graceMillis);
    }

    private boolean isOwn(NodeName node) {
        return node.framework().equals(framework);
    }

    private void stranger(String name) {
        complainOnce("ZooKeeper's node " + settings.path() + "/" + name + " is none of a container's and is ignored. Delete it, and see "
                + "who may write there.");
    }

    private void complainOnce(String message) {
        if (complained.add(message)) {
            LOG.warn(message);
        }
    }

    /** Whoever made the node first decides about it, which may be less than what is configured here. */
    private void checkAcl() {
        if (!aclChecked && !settings.isOpen()) {
            aclChecked = true;
            session.readAcl(settings.path(), (code, acl) -> {
                if (code == Code.OK && acl.stream().anyMatch(each -> ZooDefs.Ids.ANYONE_ID_UNSAFE.equals(each.getId())
                        && (each.getPerms() & ~ZooDefs.Perms.READ) != 0)) {
                    LOG.warn("Everybody may write to {} in ZooKeeper, though io.remoteobjects.zookeeper says otherwise: it was made before."
                            + " Set its access control list, or choose another path.", settings.path());
                }
            });
        }
    }

    @Override
    public void changed(EventType type, String path) {
        if (path.equals(settings.path())) {
            if (type == EventType.NodeDeleted) {
                list();
            }
            return;
        }
        String name = path.substring(settings.path().length() + 1);
        NodeName.parse(name).ifPresentOrElse(node -> {
            switch (type) {
                case NodeCreated -> created(node);
                case NodeDeleted -> deleted(node);
                default -> LOG.debug("{} of {} is of no interest here", type, path);
            }
        }, () -> stranger(name));
    }

    private void created(NodeName node) {
        if (isOwn(node)) {
            publication.created(node);
        } else {
            peers.created(node);
            readSoon();
        }
    }

    private void deleted(NodeName node) {
        if (isOwn(node)) {
            publication.deleted(node);
        } else {
            peers.deleted(node);
        }
    }

    private void readSoon() {
        if (!readScheduled) {
            readScheduled = true;
            thread.schedule(() -> {
                readScheduled = false;
                if (session.isConnected()) {
                    read();
                }
            }, ThreadLocalRandom.current().nextInt(READ_SPREAD_MILLIS));
        }
    }

    private void read() {
        for (NodeName node : peers.unread()) {
            if (reading.add(node)) {
                session.read(settings.path() + "/" + node, (code, content) -> {
                    reading.remove(node);
                    switch (code) {
                        case OK -> peers.read(node, content);
                        // It went in between, which is about to be told.
                        case NONODE -> { }
                        default -> failed(code, "reading " + node);
                    }
                });
            }
        }
    }

    private void failed(Code code, String what) {
        switch (code) {
            // The session will say that it is connected again.
            case CONNECTIONLOSS, SESSIONEXPIRED, REQUESTTIMEOUT -> LOG.debug("{} in ZooKeeper came to nothing: {}", what, code);
            default -> {
                complainOnce(what + " failed in ZooKeeper at " + settings + ": " + code + ". " + (code == Code.NOAUTH
                        ? "Whoever signs in as configured in io.remoteobjects.zookeeper may not do that: correct user and password, "
                        + "or the access control list." : "See the servers' log.") + " Trying again every " + RETRY_MILLIS / 1000 + " s.");
                long number = listings;
                thread.schedule(() -> {
                    if (session.isConnected() && number == listings) {
                        list();
                    }
                }, RETRY_MILLIS);
            }
        }
    }
}

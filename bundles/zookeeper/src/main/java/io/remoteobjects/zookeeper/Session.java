package io.remoteobjects.zookeeper;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.ACL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.discovery.Schedule;

/**
 * A session with the ensemble, and the next one when it has expired. Nothing here waits for a server. Confined to the thread of discovery,
 * on which all results come, but for {@link #close}.
 */
final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** Many containers lose their sessions at the same moment, and are not to ask for new ones at the same moment. */
    private static final int REOPEN_SPREAD_MILLIS = 1_000;

    private static final long UNREACHABLE_MILLIS = 10_000;

    private static final int GIVE_UP_TIMEOUTS = 3;

    private static final int END_MILLIS = 5_000;

    /** What happens to a session. */
    interface Listener {

        /** A server answers: of a new session, or once more of the same. */
        void connected(boolean isNew);

        /** A node has come or gone that is watched, or is below one. */
        void changed(Watcher.Event.EventType type, String path);
    }

    private final Settings settings;
    private final Schedule thread;
    private final Listener listener;
    private long opened;
    private long outages;
    private boolean connected;
    private boolean fresh;
    private volatile ZooKeeper client;
    private volatile boolean closed;

    Session(Settings settings, Schedule thread, Listener listener) {
        this.settings = settings;
        this.thread = thread;
        this.listener = listener;
    }

    /** Opens a session; whether there is a server shows later. */
    void open() {
        if (closed) {
            return;
        }
        long number = ++opened;
        fresh = true;
        try {
            ZKClientConfig config = new ZKClientConfig();
            // Signing in by JAAS is not offered; looked for, it fails differently in every container.
            config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");
            config.setProperty(ZKClientConfig.ZOOKEEPER_REQUEST_TIMEOUT, Integer.toString(settings.sessionTimeoutMillis()));
            client = new ZooKeeper(settings.servers(), settings.sessionTimeoutMillis(), event -> thread.execute(() -> {
                if (number == opened) {
                    happened(event);
                }
            }), config);
            if (!settings.credentials().isEmpty()) {
                client.addAuthInfo("digest", settings.secret());
            }
        } catch (IOException failed) {
            LOG.error("No connection to ZooKeeper at {} can be opened; it is tried again in {} ms", settings.servers(), UNREACHABLE_MILLIS,
                    failed);
            thread.schedule(() -> {
                if (number == opened) {
                    open();
                }
            }, UNREACHABLE_MILLIS);
            return;
        }
        if (closed) {
            end(client);
        }
        thread.schedule(() -> {
            if (number == opened && !connected && !closed) {
                LOG.warn("ZooKeeper at {} does not answer. Other containers are not found by it until it does; see that it runs, and that "
                        + "\"servers\" in io.remoteobjects.zookeeper is right.", settings.servers());
            }
        }, UNREACHABLE_MILLIS);
    }

    private void happened(WatchedEvent event) {
        if (event.getType() != Watcher.Event.EventType.None) {
            listener.changed(event.getType(), event.getPath());
            return;
        }
        switch (event.getState()) {
            case SyncConnected -> {
                connected = true;
                LOG.info("Connected to ZooKeeper at {}: session 0x{}, given up after {} ms", settings,
                        Long.toHexString(client.getSessionId()), client.getSessionTimeout());
                boolean isNew = fresh;
                fresh = false;
                listener.connected(isNew);
            }
            case Disconnected -> {
                connected = false;
                LOG.warn("The connection to ZooKeeper at {} is lost; what was known stays known. Connecting again.", settings.servers());
                giveUpLater();
            }
            case Expired -> {
                connected = false;
                LOG.warn("The session with ZooKeeper at {} has expired, and with it what this container announced. It is announced again.",
                        settings.servers());
                end(client);
                thread.schedule(this::open, ThreadLocalRandom.current().nextInt(REOPEN_SPREAD_MILLIS));
            }
            case AuthFailed -> LOG.error("ZooKeeper at {} refuses the user and password of io.remoteobjects.zookeeper. Correct them.",
                    settings.servers());
            default -> LOG.debug("ZooKeeper: {}", event);
        }
    }

    /** Servers that were set up anew refuse a session that knows more than they do, for good, and never say that it has expired. */
    private void giveUpLater() {
        long number = opened;
        long outage = ++outages;
        thread.schedule(() -> {
            if (number == opened && outage == outages && !connected && !closed) {
                LOG.warn("ZooKeeper at {} has not answered for {} session timeouts; the session is given up for a new one",
                        settings.servers(), GIVE_UP_TIMEOUTS);
                ZooKeeper given = client;
                new Thread(() -> end(given), "remoteobjects-zookeeper-end").start();
                open();
            }
        }, (long) GIVE_UP_TIMEOUTS * settings.sessionTimeoutMillis());
    }

    boolean isConnected() {
        return connected;
    }

    /** Hands a result on in the right thread, unless it is of a session that is over. */
    private void then(long number, Runnable result) {
        thread.execute(() -> {
            if (number == opened) {
                result.run();
            }
        });
    }

    /** Has the listener told of all that comes and goes below a node, for as long as the session lasts. */
    void watch(String path, Consumer<Code> result) {
        long number = opened;
        client.addWatch(path, AddWatchMode.PERSISTENT_RECURSIVE,
                (code, any, ctx) -> then(number, () -> result.accept(Code.get(code))), null);
    }

    void list(String path, BiConsumer<Code, List<String>> result) {
        long number = opened;
        client.getChildren(path, false, (code, any, ctx, names) -> then(number, () -> result.accept(Code.get(code), names)), null);
    }

    void read(String path, BiConsumer<Code, byte[]> result) {
        long number = opened;
        client.getData(path, false, (code, any, ctx, data, stat) -> then(number, () -> result.accept(Code.get(code), data)), null);
    }

    void readAcl(String path, BiConsumer<Code, List<ACL>> result) {
        long number = opened;
        client.getACL(path, null, (code, any, ctx, acl, stat) -> then(number, () -> result.accept(Code.get(code), acl)), null);
    }

    void create(String path, byte[] content, CreateMode mode, Consumer<Code> result) {
        long number = opened;
        client.create(path, content, settings.acl(), mode,
                (code, any, ctx, name) -> then(number, () -> result.accept(Code.get(code))), null);
    }

    void delete(String path, Consumer<Code> result) {
        long number = opened;
        client.delete(path, -1, (code, any, ctx) -> then(number, () -> result.accept(Code.get(code))), null);
    }

    /** Ends the session, and what was announced with it. Waits for a server that is connected. Any thread. */
    @Override
    public void close() {
        closed = true;
        end(client);
    }

    private static void end(ZooKeeper client) {
        if (client == null) {
            return;
        }
        try {
            // Its threads are of this bundle, which may be about to go.
            client.close(END_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.remoteobjects.node.replica;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;

import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.Transports;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.packet.ObjectList;

/**
 * The replicas of a node and the links to the hosts they come from. One event loop owns them all, so that a value is decoded, stored
 * and handed on without a lock between connections.
 */
public final class Replicas implements AutoCloseable {

    private static final long LATE_CHECK_MILLIS = 100;

    /** A loop that somebody's listener keeps longer than this is not waited for. */
    private static final int LOOP_SECONDS = 5;

    private final Transports transports;
    private final EventLoop loop;
    private final Executor executor;
    private final Executor workers;
    private final LinkTiming timing;
    private final String nodeId;
    private final AtomicInteger serialIds = new AtomicInteger();
    private final Future<?> expiry;

    /** Why there is no connection, by the host's URL. */
    private final Map<String, String> unreached = new ConcurrentHashMap<>();

    /** By name and host; guarded by itself. */
    private final Map<String, ReplicaCore> shared = new HashMap<>();

    private volatile boolean closed;
    private volatile Locator locator = name -> List.of();
    private volatile OfferListener offers = (host, types) -> { };

    // owned by the loop
    private final Map<String, HostLink> links = new LinkedHashMap<>();
    private final Map<String, List<ReplicaCore>> cores = new HashMap<>();

    /**
     * @param transports what carries the connections
     * @param executor runs listeners and callbacks
     * @param workers run what may block
     * @param timing of links and calls
     * @param nodeId by which the node introduces itself to others of its kind
     */
    public Replicas(Transports transports, Executor executor, Executor workers, LinkTiming timing, String nodeId) {
        this.nodeId = nodeId;
        this.transports = transports;
        this.loop = transports.nextLoop();
        this.executor = executor;
        this.workers = workers;
        this.timing = timing;
        expiry = loop.scheduleAtFixedRate(this::expireCalls, LATE_CHECK_MILLIS, LATE_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** {@return a serial id for a call: unique among those of all replicas, as several may be of one object. Any thread} */
    int nextSerialId() {
        return serialIds.updateAndGet(id -> id == Integer.MAX_VALUE ? 1 : id + 1);
    }

    Transports transports() {
        return transports;
    }

    EventLoop loop() {
        return loop;
    }

    Executor executor() {
        return executor;
    }

    Executor workers() {
        return workers;
    }

    String nodeId() {
        return nodeId;
    }

    Limits limits() {
        return transports.limits();
    }

    LinkTiming timing() {
        return timing;
    }

    /** Runs something on the loop that owns the replicas, in order of submission. Any thread. {@return false if the node is closed} */
    boolean execute(Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /**
     * Connects to a host and stays connected. Any thread.
     *
     * @param address where
     */
    public void connect(Address address) {
        execute(() -> {
            if (!closed) {
                link(address).keep();
            }
        });
    }

    /** Connects to a host for as long as a replica wants it. Any thread. */
    private void connectIfWanted(Address address) {
        execute(() -> {
            if (isWanted(address)) {
                link(address).connect();
            }
        });
    }

    private HostLink link(Address address) {
        return links.computeIfAbsent(address.url(), url -> new HostLink(this, address, timing));
    }

    /** {@return whether a replica must come from a host, or may and has no other} */
    boolean isWanted(Address host) {
        return !closed && all().stream().anyMatch(core -> core.wants(host));
    }

    /**
     * Says that a host has been seen alive: one that is waited for is tried at once. Any thread.
     *
     * @param address where
     */
    public void hint(Address address) {
        execute(() -> {
            HostLink link = links.get(address.url());
            if (link != null) {
                link.hint();
            }
        });
    }

    /**
     * Ends the connection to a host. Any thread.
     *
     * @param address where
     */
    public void disconnect(Address address) {
        execute(() -> {
            HostLink link = links.get(address.url());
            if (link != null) {
                // Still known while its replicas look for another host, so that they do not come back to this one.
                link.close();
                forget(link);
            }
        });
    }

    /**
     * Makes a replica that is seen through interfaces. Any thread.
     *
     * @param name the object name
     * @param host where it must come from; null for wherever it is offered first
     * @param contract what the interfaces mean
     * @param options how it calls
     * @return a view of the replica, to be released
     */
    public TypedView acquire(String name, Address host, Contract contract, CallOptions options) {
        return enter(name, host, core -> new TypedView(core, contract, options));
    }

    /**
     * Makes a replica that is seen by names. Any thread.
     *
     * @param name the object name
     * @param host where it must come from; null for wherever it is offered first
     * @param options how it calls
     * @return a view of the replica, to be released
     */
    public DynamicView acquireDynamic(String name, Address host, CallOptions options) {
        return enter(name, host, core -> new DynamicView(core, options));
    }

    private <V extends ReplicaView> V enter(String name, Address host, Function<ReplicaCore, V> makeView) {
        if (closed) {
            throw new IllegalStateException("The node is closed; " + name + " cannot be acquired by it. Start another.");
        }
        String key = host == null ? name : name + "@" + host.url();
        V view;
        ReplicaCore core;
        boolean known;
        synchronized (shared) {
            known = shared.containsKey(key);
            core = shared.computeIfAbsent(key, any -> new ReplicaCore(this, name, host));
            view = makeView.apply(core);
            core.retain();
            if (!execute(() -> enter(core, view))) {
                view.end();
            }
        }
        if (host != null) {
            connectIfWanted(host);
        } else {
            locator.locate(name).forEach(this::connectIfWanted);
        }
        if (known) {
            awaitTurn();
        }
        return view;
    }

    private void enter(ReplicaCore core, ReplicaView view) {
        if (closed) {
            // Meanwhile: nobody else would tell those who wait for it.
            view.end();
            return;
        }
        List<ReplicaCore> named = cores.computeIfAbsent(core.name(), any -> new ArrayList<>());
        if (!named.contains(core)) {
            named.add(core);
        }
        core.add(view);
    }

    /**
     * Waits until the loop has done what was asked of it: a view of what is known already has its state and values when its user gets
     * it.
     */
    private void awaitTurn() {
        if (!loop.inEventLoop()) {
            CountDownLatch turn = new CountDownLatch(1);
            if (execute(turn::countDown)) {
                try {
                    turn.await(LOOP_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /**
     * Ends a view; the last one of a replica ends the replica. Any thread.
     *
     * @param view what an acquire method returned
     */
    public void release(ReplicaView view) {
        ReplicaCore core = view.core();
        synchronized (shared) {
            if (view.markReleased()) {
                boolean last = core.releaseIsLast();
                if (last) {
                    shared.values().remove(core);
                }
                execute(() -> core.remove(view, last));
            }
        }
    }

    /**
     * Sets where objects are looked for that no connected host offers.
     *
     * @param newLocator what knows of hosts
     */
    public void locator(Locator newLocator) {
        locator = newLocator;
    }

    /**
     * Sets who is told of what connected hosts offer.
     *
     * @param listener told on the replicas' event loop
     */
    public void offers(OfferListener listener) {
        offers = listener;
    }

    /**
     * A host is said to offer an object: connect to it if a replica waits for that. Any thread.
     *
     * @param name the object name
     * @param host where it is said to be
     */
    public void located(String name, Address host) {
        execute(() -> {
            if (cores.getOrDefault(name, List.of()).stream().anyMatch(core -> core.wants(host))) {
                link(host).connect();
                hint(host);
            }
        });
    }

    /** {@return whether an object is said to be at a host} */
    boolean isLocated(String name, Address host) {
        return locator.locate(name).stream().anyMatch(each -> each.url().equals(host.url()));
    }

    /** Knows of hosts by the names of their objects. */
    public interface Locator {

        /**
         * @param name an object name
         * @return the hosts that are said to offer it
         */
        Collection<Address> locate(String name);
    }

    /** Told of what connected hosts offer. */
    public interface OfferListener {

        /**
         * A host offers these objects and no others. The loss of a host is not told: what it offers then is seen when it is back.
         *
         * @param host where it is
         * @param types QtRO type names by object name; an empty one if the host tells none
         */
        void offered(Address host, Map<String, String> types);
    }

    /** {@return why there is no connection to those hosts to which there should be one, by URL; any thread} */
    public Map<String, String> unreached() {
        return Map.copyOf(unreached);
    }

    void unreached(Address host, String reason) {
        unreached.put(host.url(), reason);
    }

    /** A host is reached, or need not be any more. */
    void connected(Address host) {
        unreached.remove(host.url());
    }

    void tellOffered(Address host, Map<String, String> types) {
        offers.offered(host, types);
    }

    /** Finds a host for a replica. */
    void seek(ReplicaCore core) {
        for (HostLink link : links.values()) {
            ObjectList.Entry entry = link.offered().get(core.name());
            if (entry != null && core.fits(link.address())) {
                core.offered(link, entry);
                return;
            }
        }
        // One that is waited for is tried again in its time; one that was told of while there was another host, never was.
        for (Address host : locator.locate(core.name())) {
            if (!links.containsKey(host.url()) && core.wants(host)) {
                link(host).connect();
            }
        }
    }

    void offered(HostLink link, ObjectList.Entry entry) {
        for (ReplicaCore core : List.copyOf(cores.getOrDefault(entry.name(), List.of()))) {
            if (core.fits(link.address())) {
                core.offered(link, entry);
            }
        }
    }

    void forget(ReplicaCore core) {
        List<ReplicaCore> named = cores.get(core.name());
        if (named != null && named.remove(core) && named.isEmpty()) {
            cores.remove(core.name());
        }
        List.copyOf(links.values()).forEach(HostLink::closeIfUnwanted);
    }

    void forget(HostLink link) {
        links.remove(link.address().url(), link);
    }

    private void expireCalls() {
        long now = System.nanoTime();
        cores.values().forEach(named -> named.forEach(core -> core.expireCalls(now)));
    }

    /** {@return all replicas; on the loop only} */
    Collection<ReplicaCore> all() {
        return cores.values().stream().flatMap(List::stream).toList();
    }

    /** Releases every replica and ends every connection between frames. */
    @Override
    public void close() {
        closed = true;
        expiry.cancel(false);
        execute(() -> {
            all().forEach(ReplicaCore::close);
            List.copyOf(links.values()).forEach(HostLink::close);
            links.clear();
        });
    }
}

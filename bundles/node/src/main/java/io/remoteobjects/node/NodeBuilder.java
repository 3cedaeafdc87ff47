package io.remoteobjects.node;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.remoteobjects.node.access.AccessCheck;
import io.remoteobjects.node.registry.RegistryMode;
import io.remoteobjects.node.replica.LinkTiming;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.OutboundLimits;
import io.remoteobjects.wire.Limits;

/** The makings of a {@link Node}. Every method returns this builder; wrong values are refused at once. Not thread-safe. */
public final class NodeBuilder {

    private final List<Address> listen = new ArrayList<>();
    private final List<Address> connect = new ArrayList<>();
    private final List<Address> registries = new ArrayList<>();
    private String id = UUID.randomUUID().toString();
    private RegistryMode registryMode = RegistryMode.NEVER;
    private Address advertise;
    private Duration heartbeat = Duration.ofMillis(LinkTiming.DEFAULT.heartbeatMillis());
    private Duration reconnectMin = Duration.ofMillis(LinkTiming.DEFAULT.reconnectMinMillis());
    private Duration reconnectMax = Duration.ofMillis(LinkTiming.DEFAULT.reconnectMaxMillis());
    private Duration connectTimeout = Duration.ofMillis(LinkTiming.DEFAULT.connectTimeoutMillis());
    private Duration callTimeout = Duration.ofMillis(LinkTiming.DEFAULT.callTimeoutMillis());
    private Limits limits = Limits.DEFAULT;
    private OutboundLimits outbound = OutboundLimits.DEFAULT;
    private int ioThreads = 1;
    private NodeThreads sharedThreads;
    private boolean directCallbacks;
    private boolean tolerant;
    private final List<String> problems = new ArrayList<>();
    private AccessCheck accessCheck = AccessCheck.ALLOW_ALL;

    NodeBuilder() {
    }

    /** Sets the id by which others know the node; a random UUID unless set. */
    public NodeBuilder id(String newId) {
        id = Objects.requireNonNull(newId, "id");
        return this;
    }

    /** Listens on addresses: {@code local:NAME} or {@code tcp://HOST:PORT}, port 0 for a free one. */
    public NodeBuilder listen(String... urls) {
        return add(listen, urls);
    }

    /** Connects to hosts, and again whenever a connection is lost. */
    public NodeBuilder connect(String... urls) {
        return add(connect, urls);
    }

    /** Registers with registries and finds hosts through them. */
    public NodeBuilder registry(String... urls) {
        return add(registries, urls);
    }

    private NodeBuilder add(List<Address> to, String... urls) {
        for (String url : urls) {
            to.add(Address.parse(url));
        }
        return this;
    }

    /**
     * Starts without the addresses that cannot be listened on, and without hosting a registry whose address is taken, instead of not at
     * all; {@link Node#problems()} tells which and why.
     */
    public NodeBuilder tolerant() {
        tolerant = true;
        return this;
    }

    /** Adds to {@link Node#problems()} what was found out before the start. */
    public NodeBuilder problem(String problem) {
        problems.add(problem);
        return this;
    }

    /** Hosts the registries, or fails to start. */
    public NodeBuilder hostRegistry() {
        registryMode = RegistryMode.ALWAYS;
        return this;
    }

    /** Hosts a registry on a local socket if nobody else does, and takes over when whoever does dies. */
    public NodeBuilder hostRegistryIfNobodyDoes() {
        registryMode = RegistryMode.AUTO;
        return this;
    }

    /** Tells registries this address instead of the one listened on, as behind a router. */
    public NodeBuilder advertise(String url) {
        advertise = Address.parse(url);
        return this;
    }

    /** Asks a silent host for a sign of life this often; after twice that it counts as gone. Zero for never; 2 s unless set. */
    public NodeBuilder heartbeat(Duration interval) {
        heartbeat = notNegative("heartbeat", interval);
        return this;
    }

    /** Waits this long before a lost host is tried again, doubled each time up to the longest; 250 ms and 5 s unless set. */
    public NodeBuilder reconnect(Duration shortest, Duration longest) {
        reconnectMin = notNegative("reconnect", shortest);
        reconnectMax = notNegative("reconnect", longest);
        return this;
    }

    /** Gives a connection, its handshake included, this long; 10 s unless set. */
    public NodeBuilder connectTimeout(Duration timeout) {
        connectTimeout = notNegative("connectTimeout", timeout);
        return this;
    }

    /** Waits this long for the answer to a call; 30 s unless set. */
    public NodeBuilder callTimeout(Duration timeout) {
        callTimeout = notNegative("callTimeout", timeout);
        return this;
    }

    private static Duration notNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("A duration must not be negative: " + name + "=" + duration);
        }
        return duration;
    }

    /** Bounds what a peer may ask this node to hold. */
    public NodeBuilder limits(Limits newLimits) {
        limits = Objects.requireNonNull(newLimits, "limits");
        return this;
    }

    /**
     * Bounds what waits for a peer that does not read as fast as things happen; 1 MiB and 64 MiB unless set.
     *
     * @param conflateBytes above this only the latest value of each property waits; signals and replies all do
     * @param closeBytes above this the connection is closed; on its return the peer gets the current state
     * @throws IllegalArgumentException if the second is less than the first
     */
    public NodeBuilder outboundLimits(long conflateBytes, long closeBytes) {
        outbound = new OutboundLimits(conflateBytes, closeBytes);
        return this;
    }

    /** Uses this many event loops for what is shared; 1 unless set. What is acquired has one of its own. */
    public NodeBuilder ioThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one event loop: ioThreads=" + threads);
        }
        ioThreads = threads;
        return this;
    }

    /** Uses the threads of another node, which must be closed after this one. */
    public NodeBuilder threadsOf(Node other) {
        sharedThreads = other.threads();
        return this;
    }

    /**
     * Runs listeners and callbacks of replicas on the event loop itself. Saves a thread hop a delivery; for applications of which none
     * ever blocks, as one that does stops every replica of this node.
     */
    public NodeBuilder directCallbacks() {
        directCallbacks = true;
        return this;
    }

    /** Asks this for everything a peer wants; all is allowed unless set. */
    public NodeBuilder accessCheck(AccessCheck check) {
        accessCheck = Objects.requireNonNull(check, "accessCheck");
        return this;
    }

    /**
     * Starts the node.
     *
     * @return it, listening
     * @throws IOException if an address cannot be listened on and the node is not tolerant; the message says which, why and what to do
     */
    public Node start() throws IOException {
        LinkTiming timing = new LinkTiming(heartbeat.toMillis(), reconnectMin.toMillis(), reconnectMax.toMillis(),
                Math.toIntExact(connectTimeout.toMillis()), callTimeout.toMillis());
        return new Node(new NodeConfig(id, List.copyOf(listen), List.copyOf(connect), List.copyOf(registries), registryMode, advertise,
                timing, limits, outbound, ioThreads, sharedThreads, directCallbacks, tolerant, List.copyOf(problems), accessCheck));
    }
}

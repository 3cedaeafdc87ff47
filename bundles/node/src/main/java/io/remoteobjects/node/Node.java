package io.remoteobjects.node;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.LinkException;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Subscription;
import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.registry.RegistryMember;
import io.remoteobjects.node.replica.CallOptions;
import io.remoteobjects.node.replica.DynamicView;
import io.remoteobjects.node.replica.ReplicaView;
import io.remoteobjects.node.replica.Replicas;
import io.remoteobjects.node.replica.TypedView;
import io.remoteobjects.node.source.Host;
import io.remoteobjects.node.source.RemotedObject;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.LoopThread;
import io.remoteobjects.node.transport.Transports;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.rep.RepWriter;
import io.remoteobjects.wire.type.SourceLocation;

/**
 * A node of Qt Remote Objects: it shares Sources, acquires Replicas, or both. Any thread.
 *
 * <pre>{@code
 * try (Node node = Node.create().listen("local:office").start()) {
 *     node.enableRemoting("gps", new NmeaGps());
 *     ...
 * }
 * try (Node node = Node.create().connect("local:office").start()) {
 *     Gps gps = node.acquire(Gps.class, "gps");
 *     ...
 * }
 * }</pre>
 *
 * @see <a href="https://doc.qt.io/qt-6/qremoteobjecthost.html">QRemoteObjectHost</a>
 * @see <a href="https://doc.qt.io/qt-6/qremoteobjectnode.html">QRemoteObjectNode</a>
 */
public final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    private final NodeConfig config;
    private final NodeThreads threads;
    private final Transports hostTransports;
    private final Transports replicaTransports;
    private final Host host;
    private final Replicas replicas;
    private final List<Address> addresses = new ArrayList<>();
    private final Locations locations = new Locations(this::located);
    private final List<RegistryMember> registries = new ArrayList<>();
    private final List<String> problems;
    private final Map<Object, TypedReplica> acquired = new ConcurrentHashMap<>();
    private final Set<ReplicaView> views = ConcurrentHashMap.newKeySet();
    private final Set<String> direct = ConcurrentHashMap.newKeySet();
    private final OwnDirectory directory;

    Node(NodeConfig config) throws IOException {
        this.config = config;
        problems = new ArrayList<>(config.problems());
        directory = new OwnDirectory(config.id());
        threads = config.sharedThreads() == null ? new NodeThreads(config.ioThreads()) : config.sharedThreads();
        hostTransports = new Transports(threads.hostLoops, config.limits(), config.outbound());
        replicaTransports = new Transports(threads.replicaLoops, config.limits(), config.outbound());
        host = new Host(hostTransports, threads.callbacks, config.accessCheck(), gone -> { });
        replicas = new Replicas(replicaTransports, config.directCallbacks() ? Runnable::run : threads.callbacks, threads.callbacks,
                config.timing(), config.id());
        boolean started = false;
        try {
            start();
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    /** {@return the makings of a node that neither listens nor connects yet} */
    public static NodeBuilder create() {
        return new NodeBuilder();
    }

    private void start() throws IOException {
        replicas.locator(locations::of);
        replicas.offers(this::offered);
        for (Address address : config.listen()) {
            attempt(() -> addresses.add(host.listen(address).address()));
        }
        if (!addresses.isEmpty()) {
            host.share(EndpointDirectory.NAME_PREFIX + config.id(), Contract.of(EndpointDirectory.class), directory);
        }
        for (Address address : config.registries()) {
            RegistryMember member = new RegistryMember(hostTransports, threads.work, replicas, address, config.registryMode(),
                    locations.listener(address));
            registries.add(member);
            attempt(member::start);
        }
        host.objects().forEach(this::register);
        config.connect().forEach(this::connect);
    }

    private void attempt(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException | IllegalArgumentException failed) {
            if (!config.tolerant()) {
                throw failed;
            }
            problems.add(failed.getMessage());
        }
    }

    /** Part of the start that may fail by itself. */
    private interface Step {
        void run() throws IOException;
    }

    /**
     * {@return what of its configuration a tolerant node could not use, what its builder was told of included: what, why and what to do;
     * empty if all could}
     */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** {@return the id by which others know this node} */
    public String id() {
        return config.id();
    }

    /** {@return how long a call waits for its answer unless its replica was acquired with another time} */
    public Duration callTimeout() {
        return Duration.ofMillis(config.timing().callTimeoutMillis());
    }

    /** {@return where it listens, with the ports that were chosen} */
    public List<String> addresses() {
        return addresses.stream().map(Address::url).toList();
    }

    /** {@return where other machines reach it: what is to be announced, or the first network address listened on; empty if none} */
    public Optional<String> networkAddress() {
        return Stream.concat(Stream.ofNullable(config.advertise()), addresses.stream())
                .filter(each -> !each.isLocal() && !each.isAnyInterface()).findFirst().map(Address::url);
    }

    /**
     * Shares an object under a name, by those of its interfaces that are marked with {@link RemoteObject}.
     *
     * @param name a name unique in this node
     * @param source the object
     * @return closes to stop sharing
     * @throws IllegalArgumentException if the name is in use, or the object has no such interface or one that cannot be mapped
     */
    public Remoting enableRemoting(String name, Object source) {
        Set<Class<?>> marked = new LinkedHashSet<>();
        for (Class<?> type = source.getClass(); type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getInterfaces()).filter(each -> each.isAnnotationPresent(RemoteObject.class)).forEach(marked::add);
        }
        if (marked.isEmpty()) {
            throw new IllegalArgumentException(source.getClass().getName() + " implements no interface that is marked with @RemoteObject. "
                    + "Mark one, or name the interfaces to share.");
        }
        return enableRemoting(name, source, marked.toArray(Class<?>[]::new));
    }

    /**
     * Shares an object under a name by interfaces, which need not be marked: all methods of an unmarked one are slots.
     *
     * @param name a name unique in this node
     * @param source the object
     * @param interfaces some that it implements
     * @return closes to stop sharing
     * @throws IllegalArgumentException if the name is in use, or an interface cannot be mapped
     */
    public Remoting enableRemoting(String name, Object source, Class<?>... interfaces) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("An object must have a name to be found by. Choose one.");
        }
        RemotedObject object = host.share(name, Contract.of(interfaces), source);
        register(object);
        return new SharedSource(object, this::addresses, () -> withdraw(object));
    }

    private void withdraw(RemotedObject object) {
        if (host.object(object.name()) == object) {
            unregister(object);
            host.withdraw(object);
        }
    }

    private void register(RemotedObject object) {
        registries.forEach(registry -> addressFor(registry.address())
                .ifPresent(address -> registry.register(object.name(), location(object, address))));
    }

    private void unregister(RemotedObject object) {
        registries.forEach(registry -> addressFor(registry.address())
                .ifPresent(address -> registry.unregister(object.name(), location(object, address))));
    }

    private static SourceLocation location(RemotedObject object, Address address) {
        return new SourceLocation(object.contract().typeName(), URI.create(address.url()));
    }

    /** The listener that those who use a registry can reach, and whose protocol they speak. */
    private Optional<Address> addressFor(Address registry) {
        if (config.advertise() != null && !registry.isLocal()) {
            return Optional.of(config.advertise());
        }
        return addresses.stream().filter(each -> each.isLocal() == registry.isLocal() && each.generation() == registry.generation()
                && !each.isAnyInterface()).findFirst();
    }

    /**
     * Acquires a replica by interface and name, from whatever host offers it: those connected to, and those a registry knows. The
     * result is usable at once; its state tells when it is valid.
     *
     * @param type the interface
     * @param name the object name
     * @param <T> the interface
     * @return the replica, until it is released or the node closed
     * @throws IllegalArgumentException if the interface cannot be mapped
     */
    public <T> T acquire(Class<T> type, String name) {
        TypedReplica replica = acquire(name, null, callTimeout(), link -> link,
                type.getClassLoader(), type);
        acquired.put(replica.service(), replica);
        return type.cast(replica.service());
    }

    /**
     * Releases a replica that {@link #acquire(Class, String)} returned.
     *
     * @param replica the replica
     * @throws IllegalArgumentException if it is none of this node
     */
    public void release(Object replica) {
        TypedReplica mine = acquired.remove(replica);
        if (mine == null) {
            throw new IllegalArgumentException("Not a replica of this node, or released before: " + replica);
        }
        mine.close();
    }

    /**
     * Acquires a replica.
     *
     * @param name the object name
     * @param url the host it must come from; null for any
     * @param callTimeout how long calls wait for an answer
     * @param linkFailure makes of trouble with the link what callers are to see
     * @param loader a class loader that sees all interfaces; used where those of the interfaces themselves do not
     * @param interfaces what the result's service implements
     * @return the replica, to be closed
     * @throws IllegalArgumentException if an interface cannot be mapped or the URL is none
     */
    public TypedReplica acquire(String name, String url, Duration callTimeout, Function<LinkException, RuntimeException> linkFailure,
            ClassLoader loader, Class<?>... interfaces) {
        Address address = url == null ? null : Address.parse(url);
        TypedView view = replicas.acquire(name, address, Contract.of(interfaces), new CallOptions(callTimeout.toMillis(), linkFailure));
        TypedReplica replica = null;
        try {
            replica = new AcquiredTyped(view, view.proxy(loader, interfaces), () -> forget(view));
            views.add(view);
            return replica;
        } finally {
            if (replica == null) {
                replicas.release(view);
            }
        }
    }

    /**
     * Acquires a replica without an interface.
     *
     * @param name the object name
     * @param url the host it must come from; null for any
     * @return the replica, to be closed
     * @throws IllegalArgumentException if the URL is none
     */
    public NamedReplica acquireDynamic(String name, String url) {
        Address address = url == null ? null : Address.parse(url);
        DynamicView view = replicas.acquireDynamic(name, address, CallOptions.of(config.timing()));
        views.add(view);
        return new AcquiredNamed(view, () -> forget(view));
    }

    private void forget(ReplicaView view) {
        views.remove(view);
        replicas.release(view);
    }

    /**
     * Connects to a host, and again whenever the connection is lost.
     *
     * @param url its address
     * @throws IllegalArgumentException if the URL is none
     */
    public void connect(String url) {
        connect(Address.parse(url));
    }

    private void connect(Address address) {
        direct.add(address.url());
        replicas.connect(address);
    }

    /** On an event loop. */
    private void offered(Address address, Map<String, String> types) {
        // Asked there, so that nothing is offered any more after disconnect() said so.
        execute(() -> {
            if (direct.contains(address.url())) {
                locations.offered(address, types);
            }
        });
    }

    private void execute(Runnable task) {
        try {
            threads.work.execute(task);
        } catch (RejectedExecutionException over) {
            LOG.debug("The node is closed; what hosts offer no longer matters");
        }
    }

    /**
     * Ends the connection to a host; replicas from it become suspect soon after this has returned.
     *
     * @param url its address
     * @throws IllegalArgumentException if the URL is none
     */
    public void disconnect(String url) {
        Address address = Address.parse(url);
        direct.remove(address.url());
        replicas.disconnect(address);
        execute(() -> locations.offered(address, Map.of()));
    }

    NodeThreads threads() {
        return threads;
    }

    private void located(ObjectLocation location) {
        replicas.located(location.name(), Address.parse(location.url()));
    }

    /**
     * Tells a listener of all that the registries know and connected hosts offer, and of all that changes in it.
     *
     * @param listener told on a thread of the node
     * @return closes to end it
     */
    public Subscription observeLocations(LocationListener listener) {
        return locations.observe(listener, threads.work);
    }

    /**
     * Sets the endpoint descriptions that this node's directory offers. From the first call on, even of no descriptions, others take
     * the directory for the whole of what is offered here, and no longer look at objects that it does not describe.
     *
     * @param descriptions EDEF text by endpoint id
     */
    public void publishEndpoints(Map<String, String> descriptions) {
        directory.publish(descriptions);
    }

    /** {@return what is shared here, for people and tools to look at} */
    public List<SourceStatus> sources() {
        return host.objects().stream().map(object -> new SourceStatus(object.name(), object.contract().typeName(),
                object.contract().signature(Generation.QTRO_2_0), addresses(), object.subscribers(),
                RepWriter.write(object.contract().rep()), shadowedBy(object.name()))).toList();
    }

    private List<String> shadowedBy(String name) {
        return locations.all().stream().filter(each -> each.name().equals(name) && !each.registry().isEmpty()).map(ObjectLocation::url)
                .filter(url -> !isOwn(url)).distinct().toList();
    }

    private boolean isOwn(String url) {
        return addresses().contains(url) || config.advertise() != null && config.advertise().url().equals(url);
    }

    /** {@return what is acquired here, for people and tools to look at} */
    public List<ReplicaStatus> replicas() {
        return views.stream().map(view -> new ReplicaStatus(view.name(), view.type(), view.url(), view.state(), view.since(),
                view.problem())).toList();
    }

    /** {@return the registries in use, for people and tools to look at} */
    public List<RegistryStatus> registries() {
        return registries.stream().map(each -> new RegistryStatus(each.address().url(), each.state(), each.isHost())).toList();
    }

    /** {@return why there is no connection to those hosts to which there should be one, by URL, for people to look at} */
    public Map<String, String> unreachedHosts() {
        return replicas.unreached();
    }

    /** {@return what the registries know and connected hosts offer} */
    public List<ObjectLocation> locations() {
        return locations.all();
    }

    /** Stops sharing, releases all replicas, and ends all connections between frames. Waits until threads and sockets are gone. */
    @Override
    public void close() {
        LoopThread.refuseToBlock("Closing the node");
        registries.forEach(RegistryMember::close);
        host.close();
        replicas.close();
        views.clear();
        acquired.clear();
        hostTransports.close();
        replicaTransports.close();
        if (config.sharedThreads() == null) {
            threads.close();
        }
    }
}

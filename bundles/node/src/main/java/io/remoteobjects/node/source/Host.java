package io.remoteobjects.node.source;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.access.AccessCheck;
import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.contract.SlotMember;
import io.remoteobjects.node.dialect.Dialect;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.Listener;
import io.remoteobjects.node.transport.Transports;

/** Shares objects with every node that connects to one of its listeners. Any thread. */
public final class Host implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);

    private static final long LEAVE_SECONDS = 2;

    private final Transports transports;
    private final Executor executor;
    private final AccessCheck accessCheck;
    private final Consumer<Caller> gone;
    private final Map<String, RemotedObject> objects = new ConcurrentHashMap<>();

    /** Objects of which not all have been told that they are no longer shared; guarded by itself. */
    private final Map<String, CompletableFuture<Void>> leaving = new HashMap<>();

    private final Set<HostSession> sessions = ConcurrentHashMap.newKeySet();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param transports what carries the connections
     * @param executor runs slots
     * @param accessCheck decides what peers may do
     * @param gone told of each peer that is no longer connected
     */
    public Host(Transports transports, Executor executor, AccessCheck accessCheck, Consumer<Caller> gone) {
        this.transports = transports;
        this.executor = executor;
        this.accessCheck = accessCheck;
        this.gone = gone;
    }

    /**
     * Listens for nodes.
     *
     * @param address where
     * @return where it really listens
     * @throws IOException if it cannot listen there; the message says why and what to do
     */
    public Listener listen(Address address) throws IOException {
        Listener listener = transports.listen(address, address.generation(), () -> new HostSession(this));
        listeners.add(listener);
        return listener;
    }

    /**
     * Shares an application's object.
     *
     * @param name a name not yet in use
     * @param contract its members
     * @param source the object
     * @return what is shared
     * @throws IllegalArgumentException if the name is in use, or the object does not fit the contract
     */
    public RemotedObject share(String name, Contract contract, Object source) {
        return share(name, contract, SourceBinding.bind(contract, source));
    }

    /**
     * Shares members that were bound by hand.
     *
     * @param name a name not yet in use
     * @param contract the members
     * @param members what is behind them
     * @return what is shared
     * @throws IllegalArgumentException if the name is in use
     */
    public RemotedObject share(String name, Contract contract, SourceMembers members) {
        RemotedObject object = new RemotedObject(name, contract, members, transports.nextLoop(), executor,
                transports.limits().maxFrameBytes());
        RemotedObject other;
        CompletableFuture<Void> earlier;
        synchronized (leaving) {
            other = objects.putIfAbsent(name, object);
            earlier = leaving.getOrDefault(name, CompletableFuture.completedFuture(null));
        }
        if (other != null) {
            object.detach();
            throw new IllegalArgumentException("The name " + name + " is in use here for a " + other.contract().typeName()
                    + ". Names are unique in a node: choose another.");
        }
        // Not before everybody was told that the one before it is gone.
        earlier.thenRun(() -> sessions.forEach(session -> session.announce(object)));
        return object;
    }

    /**
     * Stops to share.
     *
     * @param object what {@link #share} returned
     */
    public void withdraw(RemotedObject object) {
        String name = object.name();
        // Before the lock is taken: a bean's own code forgets the listener.
        object.detach();
        synchronized (leaving) {
            if (objects.remove(name, object)) {
                CompletableFuture<Void> gone = object.retire().thenRun(() -> sessions.forEach(session -> session.withdraw(object)));
                leaving.put(name, gone);
                gone.thenRun(() -> forget(name, gone));
            }
        }
    }

    private void forget(String name, CompletableFuture<Void> gone) {
        synchronized (leaving) {
            leaving.remove(name, gone);
        }
    }

    /** {@return what is shared} */
    public Collection<RemotedObject> objects() {
        return objects.values();
    }

    /** {@return what is shared under a name; null if nothing is} */
    public RemotedObject object(String name) {
        return objects.get(name);
    }

    /** {@return how many bytes calls of one peer may hold until they are answered} */
    long maxUnansweredBytes() {
        return transports.outbound().closeBytes();
    }

    void opened(HostSession session) {
        sessions.add(session);
    }

    void closed(HostSession session) {
        sessions.remove(session);
        gone.accept(session);
    }

    boolean allows(HostSession session, RemotedObject object, AccessCheck.Operation operation, String member) {
        boolean allowed = accessCheck.allows(new AccessCheck.Request(session.peer(), object.name(), operation, member));
        if (!allowed) {
            LOG.warn("{} may not {} {} {}", session.peer(), operation, object.name(), member);
        }
        return allowed;
    }

    /** A peer that calls the greeting of a directory is of our kind. */
    void noteHello(HostSession session, RemotedObject object, SlotMember slot) {
        if (object.name().startsWith(Dialect.DIRECTORY_PREFIX)
                && slot.name().equals(Dialect.HELLO)) {
            session.hello();
        }
    }

    /** Stops to listen and to share, and closes all connections between frames. Not on an event loop. */
    @Override
    public void close() {
        for (Listener listener : listeners) {
            try {
                listener.close();
            } catch (IOException left) {
                LOG.warn("Could not clean up after listening on {}", listener.address(), left);
            }
        }
        listeners.clear();
        objects.values().forEach(this::withdraw);
        awaitLeaving();
        sessions.forEach(session -> session.link().close("the host stops"));
    }

    /** So that what was told of the objects last leaves before the connections are closed. */
    private void awaitLeaving() {
        CompletableFuture<?>[] all;
        synchronized (leaving) {
            all = leaving.values().toArray(CompletableFuture[]::new);
        }
        try {
            CompletableFuture.allOf(all).get(LEAVE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException busy) {
            LOG.warn("Not all nodes could be told that the host stops", busy);
        }
    }
}

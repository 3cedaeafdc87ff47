package io.remoteobjects.node.registry;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.Replica.State;
import io.remoteobjects.node.replica.CallOptions;
import io.remoteobjects.node.replica.LinkTiming;
import io.remoteobjects.node.replica.Replicas;
import io.remoteobjects.node.replica.TypedView;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.SocketInUseException;
import io.remoteobjects.node.transport.Transports;
import io.remoteobjects.wire.type.NamedLocation;
import io.remoteobjects.wire.type.SourceLocation;

/**
 * A node's part in one registry: it registers what the node shares, knows what others share, and hosts the registry itself if that is
 * asked for. Confined to a single-threaded executor; public methods may be called from any thread.
 */
public final class RegistryMember implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryMember.class);

    /** How long an entry that a registry no longer has after its own return is kept, so that its host can come back too. */
    private static final long MISSING_MILLIS = 30_000;

    /** How often a node without a registry looks whether to host it; varied, so that not all try at once. */
    private static final long TAKEOVER_MILLIS = 100;

    private static final long LEAVE_SECONDS = 5;

    private final Transports transports;
    private final ScheduledExecutorService work;
    private final Replicas replicas;
    private final Address address;
    private final RegistryMode mode;
    private final RegistryListener listener;
    private final TypedView view;

    // confined to the work executor
    private final Map<String, SourceLocation> known = new LinkedHashMap<>();
    private final Set<String> missing = new HashSet<>();
    private final Set<NamedLocation> own = new HashSet<>();
    private volatile RegistryHost host;
    private int returns;
    private boolean watching;
    private boolean closed;
    private String hostingFailure = "";

    /**
     * @param transports what carries connections
     * @param work a single-threaded executor
     * @param replicas those of the node
     * @param address where the registry is
     * @param mode whether to host it
     * @param listener told of what the registry knows, on the work executor
     */
    public RegistryMember(Transports transports, ScheduledExecutorService work, Replicas replicas, Address address, RegistryMode mode,
            RegistryListener listener) {
        this.transports = transports;
        this.work = work;
        this.replicas = replicas;
        this.address = address;
        this.mode = mode;
        this.listener = listener;
        this.view = replicas.acquire(RegistryContract.NAME, address, RegistryContract.CONTRACT, CallOptions.of(LinkTiming.DEFAULT));
    }

    /**
     * Starts. Returns when the registry is hosted, if this node always hosts it.
     *
     * @throws IOException if it cannot be hosted here though it always should; whoever hosts it is used then
     */
    public void start() throws IOException {
        view.onStateChange(state -> execute(() -> stateChanged(state)));
        view.signal(RegistryContract.ADDED).connect(entry -> execute(() -> added((NamedLocation) entry)));
        view.signal(RegistryContract.REMOVED).connect(entry -> execute(() -> removed((NamedLocation) entry)));
        execute(() -> stateChanged(view.state()));
        if (mode == RegistryMode.ALWAYS) {
            host = new RegistryHost(transports, work, address);
        }
    }

    private void execute(Runnable task) {
        try {
            work.execute(task);
        } catch (RejectedExecutionException over) {
            LOG.debug("The node is closed; its registry has nothing more to do");
        }
    }

    /** {@return where the registry is} */
    public Address address() {
        return address;
    }

    /** {@return how this node stands with the registry} */
    public State state() {
        return view.state();
    }

    /** {@return whether this node hosts the registry} */
    public boolean isHost() {
        return host != null;
    }

    /**
     * Registers an object, now and whenever the registry comes back.
     *
     * @param name its name
     * @param location what it is and where
     */
    public void register(String name, SourceLocation location) {
        execute(() -> {
            NamedLocation entry = new NamedLocation(name, location);
            if (own.add(entry)) {
                view.send(RegistryContract.ADD, entry);
            }
        });
    }

    /**
     * Takes an object out of the registry.
     *
     * @param name its name
     * @param location as it was registered
     */
    public void unregister(String name, SourceLocation location) {
        execute(() -> {
            NamedLocation entry = new NamedLocation(name, location);
            if (own.remove(entry)) {
                view.send(RegistryContract.REMOVE, entry);
            }
        });
    }

    private void stateChanged(State state) {
        if (closed) {
            return;
        }
        if (state == State.VALID) {
            own.forEach(entry -> view.send(RegistryContract.ADD, entry));
            takeAll();
        } else if (mode == RegistryMode.AUTO && address.isLocal() && !watching) {
            watching = true;
            hostIfNobodyDoes();
        }
    }

    /** Tries to host as long as there is no registry: whoever gets the socket's lock does, the others connect to it. */
    private void hostIfNobodyDoes() {
        if (closed || host != null || view.isValid()) {
            watching = false;
            return;
        }
        try {
            host = new RegistryHost(transports, work, address);
            watching = false;
            LOG.info("Hosting the registry at {}", address);
            replicas.hint(address);
            return;
        } catch (SocketInUseException others) {
            replicas.hint(address);
        } catch (IOException | RuntimeException failed) {
            if (!hostingFailure.equals(failed.getMessage())) {
                hostingFailure = String.valueOf(failed.getMessage());
                LOG.error("Cannot host the registry at {}: {}", address, hostingFailure);
            }
        }
        work.schedule(this::hostIfNobodyDoes, TAKEOVER_MILLIS + ThreadLocalRandom.current().nextLong(TAKEOVER_MILLIS),
                TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("unchecked")
    private void takeAll() {
        Map<String, SourceLocation> told = (Map<String, SourceLocation>) view.property(RegistryContract.LOCATIONS).get();
        told.forEach((name, location) -> added(new NamedLocation(name, location)));
        Set<String> notTold = new HashSet<>(known.keySet());
        notTold.removeAll(told.keySet());
        missing.addAll(notTold);
        int returned = ++returns;
        if (!missing.isEmpty()) {
            // A host that lost the registry as we did may yet come back to it.
            work.schedule(() -> dropMissing(returned), MISSING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Unless the registry was away once more, which gives everybody the full time again. */
    private void dropMissing(int returned) {
        if (view.isValid() && returned == returns) {
            List.copyOf(missing).forEach(name -> removed(new NamedLocation(name, known.get(name))));
        }
    }

    private void added(NamedLocation entry) {
        missing.remove(entry.name());
        if (!entry.location().equals(known.put(entry.name(), entry.location()))) {
            listener.added(entry.name(), entry.location());
        }
    }

    private void removed(NamedLocation entry) {
        missing.remove(entry.name());
        SourceLocation before = known.remove(entry.name());
        if (before != null) {
            listener.removed(entry.name(), before);
        }
    }

    /**
     * Leaves the registry: what this node registered goes, and with it the registry itself if it is hosted here. Waits until that is on
     * its way; not on the work executor.
     */
    @Override
    public void close() {
        FutureTask<Void> leaving = new FutureTask<>(this::leave, null);
        try {
            work.execute(leaving);
            leaving.get(LEAVE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException over) {
            LOG.debug("The registry at {} was left before", address);
        } catch (ExecutionException | TimeoutException failed) {
            LOG.warn("Could not leave the registry at {}", address, failed);
        }
    }

    private void leave() {
        if (!closed) {
            closed = true;
            if (host == null) {
                own.forEach(entry -> view.send(RegistryContract.REMOVE, entry));
            } else {
                host.withdraw(own);
                host.close();
            }
            replicas.release(view);
        }
    }
}

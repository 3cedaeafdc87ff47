package io.remoteobjects.node.replica;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.dialect.Dialect;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.Link;
import io.remoteobjects.node.transport.LinkHandler;
import io.remoteobjects.node.transport.OtherUserException;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.AddObject;
import io.remoteobjects.wire.packet.Handshake;
import io.remoteobjects.wire.packet.InitDynamicPacket;
import io.remoteobjects.wire.packet.InitPacket;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.packet.InvokeReplyPacket;
import io.remoteobjects.wire.packet.ObjectList;
import io.remoteobjects.wire.packet.Packet;
import io.remoteobjects.wire.packet.Packets;
import io.remoteobjects.wire.packet.Ping;
import io.remoteobjects.wire.packet.Pong;
import io.remoteobjects.wire.packet.PropertyChangePacket;
import io.remoteobjects.wire.packet.RemoveObject;
import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.TypeRegistry;

/**
 * The node's end of the connection to one host: keeps it up, asks for signs of life, and hands what arrives to the replicas. Owned by
 * the replicas' event loop.
 */
final class HostLink {

    private static final Logger LOG = LoggerFactory.getLogger(HostLink.class);

    /** How often silence is looked for in an interval of the heartbeat. */
    private static final int LOOKS = 8;

    /** After how many looks in silence the host is asked, and given up. It has an interval to answer. */
    private static final int ASK = 5;
    private static final int GIVE_UP = ASK + LOOKS;

    private final Replicas replicas;
    private final Address address;
    private final LinkTiming timing;
    private final Backoff backoff;
    private final Map<String, ObjectList.Entry> offered = new LinkedHashMap<>();
    private final Map<String, Bound> bound = new LinkedHashMap<>();

    private boolean kept;
    private Phase phase = Phase.IDLE;
    private Attempt attempt;
    private Link link;
    private Future<?> retry;
    private Future<?> watch;
    private long readsSeen;
    private int silentLooks;
    private boolean listed;
    private boolean offersChanged;
    private boolean failureLogged;
    private View lastName;
    private Bound lastBound;

    /** How far the connection is. */
    private enum Phase {
        /** Nothing is under way. */
        IDLE,
        /** A connection is being made. */
        CONNECTING,
        /** Connected; the host has yet to say what it speaks. */
        HANDSHAKE,
        /** Handshake done: objects are offered and bound. */
        READY,
        /** The next attempt waits its time. */
        WAITING,
        /** Nobody wants this host any more. */
        CLOSED
    }

    HostLink(Replicas replicas, Address address, LinkTiming timing) {
        this.replicas = replicas;
        this.address = address;
        this.timing = timing;
        this.backoff = new Backoff(timing.reconnectMinMillis(), timing.reconnectMaxMillis());
    }

    Address address() {
        return address;
    }

    Link link() {
        return link;
    }

    Map<String, ObjectList.Entry> offered() {
        return offered;
    }

    /** Connects, and stays connected whether a replica wants it or not. */
    void keep() {
        kept = true;
        connect();
    }

    /** Connects, unless that is done or under way. */
    void connect() {
        if (phase != Phase.IDLE && phase != Phase.WAITING) {
            return;
        }
        cancelRetry();
        phase = Phase.CONNECTING;
        Attempt now = new Attempt();
        attempt = now;
        try {
            // Not on the loop: a name server may take its time.
            replicas.workers().execute(() -> replicas.transports().connect(address, replicas.loop(), timing.connectTimeoutMillis(), now)
                    .whenComplete((ok, failure) -> {
                        if (failure != null) {
                            replicas.execute(() -> now.failed(failure));
                        }
                    }));
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            now.failed(noThread);
        }
    }

    /** One attempt to connect and the connection it leads to. What comes from one given up means nothing. */
    private final class Attempt implements LinkHandler {

        @Override
        public void opened(Link opened) {
            if (attempt == this) {
                HostLink.this.opened(opened);
            } else {
                opened.close("nobody wants this host any more");
            }
        }

        @Override
        public void frame(Link from, WireInput frame) {
            if (attempt == this) {
                HostLink.this.frame(frame);
            }
        }

        @Override
        public void caughtUp(Link from) {
            if (attempt == this) {
                tellOffered();
            }
        }

        @Override
        public TypeRegistry types(String object) {
            Bound found = bound.get(object);
            return found == null ? TypeRegistry.builtIn() : found.cores.get(0).types();
        }

        @Override
        public void closed(Link from, String reason) {
            ended(reason);
        }

        private void ended(String reason) {
            if (attempt == this) {
                lost(reason);
            }
        }

        void failed(Throwable failure) {
            if (attempt == this && failure instanceof OtherUserException && !failureLogged) {
                failureLogged = true;
                LOG.error("Does not connect to {}, now and until that has changed. {}", address, failure.getMessage());
            }
            ended(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        }
    }

    /** The host is said to be there: try now rather than when the wait is over. */
    void hint() {
        if (phase == Phase.WAITING) {
            backoff.reset();
            connect();
        }
    }

    private void logFailure(String why) {
        if (failureLogged) {
            LOG.debug("Still no connection to {}: {}", address, why);
        } else {
            failureLogged = true;
            LOG.info("No connection to {}, but trying again, less and less often, up to every {} ms: {}", address,
                    timing.reconnectMaxMillis(), why);
        }
    }

    private void retryLater() {
        phase = Phase.WAITING;
        retry = replicas.loop().schedule(() -> {
            closeIfUnwanted();
            connect();
        }, backoff.next(), TimeUnit.MILLISECONDS);
    }

    /** Ends the connection, or the attempts at it, once it serves nothing: its host may be gone for ever. */
    void closeIfUnwanted() {
        if (!kept && bound.isEmpty() && !replicas.isWanted(address)) {
            replicas.forget(this);
            close();
        }
    }

    private void cancelRetry() {
        if (retry != null) {
            retry.cancel(false);
            retry = null;
        }
    }

    private void opened(Link opened) {
        link = opened;
        phase = Phase.HANDSHAKE;
        silentLooks = 0;
        readsSeen = 0;
        watch = replicas.loop().schedule(this::handshakeLate, timing.connectTimeoutMillis(), TimeUnit.MILLISECONDS);
    }

    private void handshakeLate() {
        if (phase == Phase.HANDSHAKE) {
            LOG.warn("{} accepted the connection but sent no handshake within {} ms. Is it a Qt Remote Objects host, of protocol 1.3 "
                    + "or 2.0?", address, timing.connectTimeoutMillis());
            link.close("no handshake came");
        }
    }

    private void frame(WireInput frame) {
        Packet packet = Packets.read(frame);
        if (phase == Phase.HANDSHAKE) {
            shakeHands(packet);
        } else if (packet instanceof PropertyChangePacket change) {
            for (ReplicaCore core : find(change.name()).cores) {
                core.changed(change.index(), change.value(), frame);
            }
        } else if (packet instanceof InvokePacket invoke) {
            for (ReplicaCore core : find(invoke.name()).cores) {
                core.emitted(invoke.index(), invoke.propertyIndex(), invoke.arguments(), frame);
            }
        } else if (packet instanceof InvokeReplyPacket reply) {
            replied(reply, frame);
        } else {
            other(packet);
        }
    }

    private void shakeHands(Packet packet) {
        if (!(packet instanceof Handshake handshake)) {
            throw new WireException("The first frame is a " + packet.getClass().getSimpleName() + ", not a handshake", 0,
                    "Connect to a Qt Remote Objects host.");
        }
        if (!handshake.protocol().equals(link.generation().protocol())) {
            String speaks = "it speaks \"" + handshake.protocol() + "\"; known are QtRO 1.3 and QtRO 2.0. Update one of the two";
            if (!failureLogged) {
                failureLogged = true;
                LOG.error("No connection to {}, but trying again, less and less often: {}", address, speaks);
            }
            link.close(speaks);
            return;
        }
        phase = Phase.READY;
        listed = false;
        offersChanged = false;
        failureLogged = false;
        backoff.reset();
        watch.cancel(false);
        replicas.connected(address);
        LOG.info("Connected to {} ({})", address, handshake.protocol());
        if (timing.heartbeatMillis() > 0) {
            // A fixed delay: after a pause of this process, what came meanwhile is read before the host is called silent.
            long look = timing.heartbeatMillis() * 1_000_000 / LOOKS;
            watch = replicas.loop().scheduleWithFixedDelay(this::heartbeat, look, look, TimeUnit.NANOSECONDS);
        }
    }

    private void other(Packet packet) {
        if (packet instanceof ObjectList list) {
            for (ObjectList.Entry entry : list.objects()) {
                offered.put(entry.name(), entry);
                if (offered.size() > replicas.limits().maxElements()) {
                    throw new WireException("More than " + replicas.limits().maxElements() + " objects are offered", -1,
                            "Raise the limit of elements if the host is right.");
                }
                if (entry.name().startsWith(Dialect.DIRECTORY_PREFIX)) {
                    greet(entry.name());
                }
            }
            // After the greeting, so that the host knows who asks.
            list.objects().forEach(entry -> replicas.offered(this, entry));
            listed = true;
            offersChanged = true;
        } else if (packet instanceof InitPacket init) {
            find(init.name()).cores.forEach(core -> core.initialized(init));
        } else if (packet instanceof InitDynamicPacket init) {
            find(init.name()).cores.forEach(core -> core.initialized(init));
        } else if (packet instanceof RemoveObject remove) {
            String name = remove.name().string(link.generation());
            offered.remove(name);
            unbind(name, "the Source is no longer shared");
            offersChanged = true;
        } else if (!(packet instanceof Pong)) {
            throw new WireException("A " + packet.getClass().getSimpleName() + ", which only a node sends, came from a host", 0,
                    "Connect nodes to hosts.");
        }
    }

    /**
     * Not before the host told them all: what was known of it until it was lost holds until then. And once for all that was read, for a
     * host may share thousands one by one.
     */
    private void tellOffered() {
        if (listed && offersChanged) {
            offersChanged = false;
            Map<String, String> types = new LinkedHashMap<>();
            offered.values().forEach(entry -> types.put(entry.name(), Objects.requireNonNullElse(entry.typeName(), "")));
            replicas.tellOffered(address, types);
        }
    }

    /** Introduces us to a host of our kind, which then tells us more than it would tell Qt. */
    private void greet(String directory) {
        sendFrames(this, out -> InvokePacket.call(out, directory, Dialect.HELLO_SLOT, InvokePacket.NONE, List.of(QtTypes.QSTRING),
                replicas.nodeId()));
    }

    private void replied(InvokeReplyPacket reply, WireInput frame) {
        for (ReplicaCore core : find(reply.name()).cores) {
            if (core.replied(reply.serialId(), reply.value(), frame)) {
                return;
            }
        }
        LOG.debug("{} answers call {} of {}, which no longer waits", address, reply.serialId(), reply.name().string(link.generation()));
    }

    /** The replicas of one object: one, or two if one must come from this host and another may come from any. */
    private static final class Bound {
        private static final Bound NONE = new Bound();

        private final List<ReplicaCore> cores = new CopyOnWriteArrayList<>();
        private boolean dynamic;
    }

    private Bound find(View name) {
        if (lastBound == null || !name.contentEquals(lastName)) {
            lastName = name.detached();
            lastBound = bound.getOrDefault(name.string(link.generation()), Bound.NONE);
        }
        return lastBound;
    }

    /** Asks the host for an object, on behalf of a replica. A second replica shares what comes, from a new snapshot on. */
    void bind(ReplicaCore core, boolean dynamic) {
        Bound of = bound.computeIfAbsent(core.name(), name -> new Bound());
        boolean shared = !of.cores.isEmpty();
        of.cores.add(core);
        of.dynamic |= dynamic;
        lastBound = null;
        if (shared) {
            sendFrames(core, out -> RemoveObject.write(out, core.name()));
        }
        sendFrames(core, out -> AddObject.write(out, core.name(), of.dynamic));
    }

    /** Tells the host that a replica no longer wants its object, if no other does. */
    void release(ReplicaCore core) {
        Bound of = bound.get(core.name());
        if (of != null && of.cores.remove(core) && of.cores.isEmpty()) {
            bound.remove(core.name());
            lastBound = null;
            sendFrames(core, out -> RemoveObject.write(out, core.name()));
        }
    }

    private void unbind(String name, String reason) {
        Bound of = bound.remove(name);
        lastBound = null;
        if (of != null) {
            of.cores.forEach(core -> core.lost(reason));
        }
    }

    private void sendFrames(Object object, java.util.function.Consumer<WireOutput> content) {
        ByteBuf frames = link.allocate();
        content.accept(new WireOutput(frames, link.generation()));
        link.send(object, frames);
    }

    /** A look sees silence that began up to a look before the one before: the rest of two intervals is for what delays the looks. */
    private void heartbeat() {
        if (link.reads() != readsSeen) {
            readsSeen = link.reads();
            silentLooks = 0;
        } else if (++silentLooks == ASK) {
            ping();
        } else if (silentLooks == GIVE_UP) {
            LOG.warn("{} gave no sign of life for {} ms", address, GIVE_UP * timing.heartbeatMillis() / LOOKS);
            lost("the host gave no sign of life");
            link.close("no answer to a heartbeat");
        }
    }

    private void ping() {
        String name = bound.isEmpty() ? "" : bound.keySet().iterator().next();
        sendFrames(this, out -> Ping.write(out, name));
    }

    private void lost(String reason) {
        attempt = null;
        if (watch != null) {
            watch.cancel(false);
            watch = null;
        }
        if (phase == Phase.READY) {
            LOG.info("Lost {}: {}", address, reason);
        } else if (phase == Phase.HANDSHAKE || phase == Phase.CONNECTING) {
            logFailure(reason);
        }
        offered.clear();
        if (phase == Phase.READY || phase == Phase.HANDSHAKE || phase == Phase.CONNECTING) {
            replicas.unreached(address, reason);
            retryLater();
        }
        for (String name : List.copyOf(bound.keySet())) {
            unbind(name, reason);
        }
    }

    Generation generation() {
        return link.generation();
    }

    /** Ends the connection for good. */
    void close() {
        cancelRetry();
        boolean open = phase == Phase.READY || phase == Phase.HANDSHAKE;
        phase = Phase.CLOSED;
        replicas.connected(address);
        lost("nobody wants this host any more");
        if (open) {
            link.close("nobody wants this host any more");
        }
    }
}

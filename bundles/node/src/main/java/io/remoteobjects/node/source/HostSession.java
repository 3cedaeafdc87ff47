package io.remoteobjects.node.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.access.AccessCheck;
import io.remoteobjects.node.dialect.Dialect;
import io.remoteobjects.node.transport.Link;
import io.remoteobjects.node.transport.LinkHandler;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.packet.AddObject;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.packet.Packet;
import io.remoteobjects.wire.packet.Packets;
import io.remoteobjects.wire.packet.Ping;
import io.remoteobjects.wire.packet.RemoveObject;
import io.remoteobjects.wire.type.TypeRegistry;

/**
 * The host's end of one connection: offers the objects, subscribes the node to those it asks for, and passes its calls on. Owned by
 * the link's event loop.
 *
 * @see <a href="https://doc.qt.io/qt-6/qtremoteobjects-node.html">Qt: host nodes</a>
 */
final class HostSession implements LinkHandler, Caller {

    private static final Logger LOG = LoggerFactory.getLogger(HostSession.class);

    /** Requests for objects that may wait to be served: more than there are objects. */
    private static final int MAX_SUBSCRIBING = 65_536;

    private final Host host;
    private final Set<String> announced = new HashSet<>();
    private final Set<RemotedObject> subscribed = new HashSet<>();
    private final AtomicInteger subscribing = new AtomicInteger();
    private final AtomicLong unansweredBytes = new AtomicLong();
    private Link link;
    private SessionEncoder encoder;
    private View lastName;
    private RemotedObject lastObject;
    private volatile boolean javaPeer;
    private volatile boolean gone;

    HostSession(Host host) {
        this.host = host;
    }

    Link link() {
        return link;
    }

    EventLoop loop() {
        return link.loop();
    }

    @Override
    public boolean isConnected() {
        return !gone;
    }

    @Override
    public String peer() {
        return link.peer();
    }

    Generation generation() {
        return link.generation();
    }

    SessionEncoder encoder() {
        return encoder;
    }

    /** {@return whether the peer said hello, and so knows more than Qt does} */
    boolean isJavaPeer() {
        return javaPeer;
    }

    @Override
    public void opened(Link opened) {
        link = opened;
        encoder = new SessionEncoder(this);
        link.send(this, encoder.handshake());
        host.opened(this);
        link.send(this, encoder.objectList(host.objects().stream().filter(object -> announced.add(object.name())).toList()));
    }

    /** Tells of an object that is shared from now on. Any thread. */
    void announce(RemotedObject object) {
        loop().execute(() -> {
            if (host.object(object.name()) == object && announced.add(object.name())) {
                link.send(this, encoder.objectList(List.of(object)));
            }
        });
    }

    /** Forgets an object that is no longer shared. Any thread. */
    void withdraw(RemotedObject object) {
        loop().execute(() -> {
            announced.remove(object.name());
            subscribed.remove(object);
            if (lastObject == object) {
                lastObject = null;
            }
        });
    }

    /** Sends frames of an object that are meant for this peer alone. Any thread; takes over the reference. */
    void send(RemotedObject object, ByteBuf frames) {
        if (loop().inEventLoop()) {
            link.send(object, frames);
        } else {
            try {
                loop().execute(() -> link.send(object, frames));
            } catch (RejectedExecutionException over) {
                frames.release();
            }
        }
    }

    @Override
    public void frame(Link from, WireInput frame) {
        Packet packet = Packets.read(frame);
        if (packet instanceof InvokePacket invoke) {
            RemotedObject object = find(invoke.name());
            if (object != null) {
                SlotCalls.serve(this, object, invoke, frame);
            } else {
                LOG.debug("{} calls {}, which is not shared here", peer(), invoke.name().string(generation()));
            }
        } else if (packet instanceof Ping ping) {
            link.send(this, encoder.pong(ping.name()));
        } else if (packet instanceof AddObject add) {
            subscribe(add);
        } else if (packet instanceof RemoveObject remove) {
            RemotedObject object = find(remove.name());
            if (object != null && subscribed.remove(object)) {
                object.unsubscribe(this);
            }
        } else {
            throw new WireException("A " + packet.getClass().getSimpleName() + ", which only a host sends, came from a node", 0,
                    "Connect nodes to hosts.");
        }
    }

    @Override
    public TypeRegistry types(String name) {
        RemotedObject object = host.object(name);
        return object == null ? TypeRegistry.builtIn() : object.contract().definition(generation()).types(Dialect.TYPES);
    }

    private RemotedObject find(View name) {
        if (lastObject == null || !name.contentEquals(lastName)) {
            lastName = name.detached();
            lastObject = host.object(name.string(generation()));
        }
        return lastObject;
    }

    private void subscribe(AddObject add) {
        RemotedObject object = find(add.name());
        if (object == null) {
            LOG.debug("{} wants {}, which is not shared here; it will hear when it is", peer(), add.name().string(generation()));
        } else if (host.allows(this, object, AccessCheck.Operation.SUBSCRIBE, "")) {
            if (subscribing.incrementAndGet() > MAX_SUBSCRIBING) {
                throw new WireException("More than " + MAX_SUBSCRIBING + " requests for objects wait to be served", -1,
                        "Ask for each object once.");
            }
            subscribed.add(object);
            object.subscribe(this, add.dynamic());
        }
    }

    /** A request for an object is served. Any thread. */
    void subscribed() {
        subscribing.decrementAndGet();
    }

    /**
     * Counts what a call holds until it is answered.
     *
     * @throws IllegalStateException if that is too much; it is not counted then
     */
    void hold(int bytes) {
        long before = unansweredBytes.getAndAdd(bytes);
        if (before > 0 && before + bytes > host.maxUnansweredBytes()) {
            letGo(bytes);
            throw new IllegalStateException("Unanswered calls of this peer hold as much as they may, " + host.maxUnansweredBytes()
                    + " bytes. Call less often, with less, or raise limits.backlog.bytes at the host.");
        }
    }

    /** A call is answered. Any thread. */
    void letGo(int bytes) {
        unansweredBytes.addAndGet(-bytes);
    }

    /** The peer has recognised us as its like. */
    void hello() {
        javaPeer = true;
    }

    boolean allows(RemotedObject object, AccessCheck.Operation operation, String member) {
        return host.allows(this, object, operation, member);
    }

    Host host() {
        return host;
    }

    @Override
    public void closed(Link from, String reason) {
        gone = true;
        if (link != null) {
            LOG.debug("{} is gone: {}", link.peer(), reason);
            host.closed(this);
            subscribed.forEach(object -> object.unsubscribe(this));
            subscribed.clear();
        }
    }
}

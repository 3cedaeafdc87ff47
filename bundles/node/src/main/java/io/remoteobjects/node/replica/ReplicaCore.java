package io.remoteobjects.node.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.LinkException;
import io.remoteobjects.LinkException.Delivery;
import io.remoteobjects.RemoteFailure;
import io.remoteobjects.Replica.State;
import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.contract.IndexMap;
import io.remoteobjects.node.dialect.Dialect;
import io.remoteobjects.node.dialect.Failure;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.Link;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.packet.FrameReader;
import io.remoteobjects.wire.packet.InitDynamicPacket;
import io.remoteobjects.wire.packet.InitPacket;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.packet.ObjectList;
import io.remoteobjects.wire.packet.Values;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.TypeRegistry;

/**
 * What all replicas of one object in this node share: the link, the last encoded values, and the calls under way. Each view (an
 * interface of one class space, or a dynamic one) decodes the values for itself. Owned by the replicas' event loop.
 */
final class ReplicaCore {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaCore.class);

    private final Replicas replicas;
    private final String name;
    private final Address host;

    /** Views; guarded by the lock of the replicas' table. */
    private int references;

    // owned by the loop
    private final List<ReplicaView> views = new ArrayList<>();
    private final PendingCalls pending = new PendingCalls();
    private HostLink link;
    private Contract typedAs;
    private Layout layout;
    private EncodedValues values;
    private Generation generation;
    private boolean plain;
    private boolean closed;

    private volatile String type = "";
    private volatile Session session;

    /**
     * A link while the replica is valid over it.
     *
     * @param host the link
     * @param link its connection
     * @param generation what is spoken
     * @param layout how members are numbered
     * @param plain whether the Source is a plain service and its host one of our kind
     */
    record Session(HostLink host, Link link, Generation generation, Layout layout, boolean plain) {
    }

    ReplicaCore(Replicas replicas, String name, Address host) {
        this.replicas = replicas;
        this.name = name;
        this.host = host;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    /** {@return where it comes from, or must come from; empty for any host, as long as there is none} */
    String url() {
        Session at = session;
        return at != null ? at.host().address().url() : host == null ? "" : host.url();
    }

    Executor listenerExecutor() {
        return replicas.executor();
    }

    boolean fits(Address offeredAt) {
        return host == null || host.url().equals(offeredAt.url());
    }

    /** {@return whether it needs a host: it must come from there, or is said to be there and comes from nowhere else} */
    boolean wants(Address candidate) {
        return host != null ? fits(candidate) : link == null && replicas.isLocated(name, candidate);
    }

    /** Counts a view that is about to be added. Under the lock of the replicas' table. */
    void retain() {
        references++;
    }

    /** Counts a view that is about to be removed. Under the lock of the replicas' table. {@return whether it was the last} */
    boolean releaseIsLast() {
        return --references == 0;
    }

    /** Adds a view; it is valid at once if the core is, and has the last values if the core had some. */
    void add(ReplicaView view) {
        views.add(view);
        if (session != null) {
            view.bindTo(layout);
            view.initialized(values);
            return;
        }
        if (layout != null) {
            view.bindTo(layout);
            view.remember(values);
        }
        if (link == null) {
            replicas.seek(this);
        }
    }

    /** Removes a view; the last one takes the core with it. */
    void remove(ReplicaView view, boolean last) {
        views.remove(view);
        view.end();
        if (last) {
            close();
        }
    }

    /** A host offers an object of this name; perhaps once more, if it did not share it when we asked. */
    void offered(HostLink by, ObjectList.Entry entry) {
        boolean again = link == by && session == null;
        if (closed || views.isEmpty() || link != null && !again) {
            return;
        }
        if (again) {
            // If it heard our first request after all, it must not count us twice.
            by.release(this);
        }
        link = by;
        type = Objects.requireNonNullElse(entry.typeName(), "");
        typedAs = equalContract(entry, by.generation());
        layout = null;
        plain = false;
        by.bind(this, typedAs == null);
    }

    /** A view's contract whose signature is the host's, so that the host need not tell its members; null if there is none. */
    private Contract equalContract(ObjectList.Entry entry, Generation generation) {
        for (ReplicaView view : views) {
            if (view instanceof TypedView typed) {
                String signature = typed.contract().signature(generation);
                if (signature.isEmpty() || signature.equals(entry.signatureText())) {
                    return typed.contract();
                }
            }
        }
        return null;
    }

    /** {@return what its values are decoded by for the log; by what is known without it before anything is known of it} */
    TypeRegistry types() {
        TypeRegistry known = Dialect.TYPES;
        if (layout != null) {
            return layout.definition().types(known);
        }
        return typedAs == null ? known : typedAs.definition(link.generation()).types(known);
    }

    void initialized(InitPacket init) {
        if (typedAs != null) {
            initialize(Layout.of(typedAs, link.generation()), init.count(), init.values(),
                    init.values().input(link.generation(), limits()));
        }
    }

    void initialized(InitDynamicPacket init) {
        init.decode(link.generation(), limits(), (definition, in) -> initialize(DefinitionLayout.of(definition),
                Values.readCount(in), init.content(), in));
    }

    private void initialize(Layout told, int count, View bytes, WireInput in) {
        try {
            if (count > told.properties().size()) {
                throw new WireException(count + " values for " + told.properties().size() + " properties", in.position(),
                        "Regenerate both sides from the same .rep file.");
            }
            int properties = told.properties().size();
            EncodedValues taken = values != null && values.count() == properties ? values : new EncodedValues(properties);
            for (int i = 0; i < count; i++) {
                int start = in.position();
                told.properties().get(i).type().skipVariant(in);
                taken.store(i, new View(bytes.buffer(), bytes.offset() + start, in.position() - start));
            }
            layout = told;
            values = taken;
            generation = link.generation();
        } catch (WireException unfit) {
            LOG.error("Cannot take the values of {} from {}: {}", name, link.address(), unfit.getMessage());
            views.forEach(view -> view.mismatch(unfit.getMessage()));
            return;
        }
        List<ReplicaView> now = List.copyOf(views);
        now.forEach(view -> view.bindTo(layout));
        session = new Session(link, link.link(), link.generation(), layout, plain);
        now.forEach(view -> view.initialized(values));
    }

    /** {@return whether the Source is a plain service, and its host one of our kind} */
    boolean isPlain() {
        return plain;
    }

    Limits limits() {
        return replicas.limits();
    }

    /** {@return what the values are encoded in} */
    Generation generation() {
        return generation;
    }

    void changed(int property, View value, WireInput in) {
        if (session == null || property < 0 || property >= layout.properties().size()) {
            return;
        }
        values.store(property, value);
        for (int i = 0; i < views.size(); i++) {
            ReplicaView view = views.get(i);
            if (view.isBound()) {
                view.changed(property, value, in);
            }
        }
    }

    void emitted(int signal, int propertyIndex, View arguments, WireInput in) {
        if (signal == Dialect.PLAIN_SIGNAL) {
            plain = true;
            return;
        }
        // A property's change was told, and listeners called, by the packet before.
        if (session == null || propertyIndex >= 0 || signal < 0 || signal >= layout.signals().size()
                || layout.signals().get(signal).property() >= 0) {
            return;
        }
        for (int i = 0; i < views.size(); i++) {
            ReplicaView view = views.get(i);
            if (view.isBound()) {
                view.emitted(signal, arguments, in);
            }
        }
    }

    /** {@return whether the call was this replica's} */
    boolean replied(int serialId, View value, WireInput in) {
        PendingCall call = pending.remove(serialId);
        if (call == null) {
            return false;
        }
        in.reset(value);
        try {
            Failure failure = Failure.readIfPresent(in);
            if (failure != null) {
                call.fail(new CallFailures.Told(failure));
            } else {
                call.succeed(call.read(in));
            }
        } catch (Throwable unfit) {
            // Not only malformed bytes: a record may refuse what came, in any way.
            call.fail(new RemoteFailure("", call.unfit(unfit)));
        }
        return true;
    }

    /** The link is gone, or the Source is. */
    void lost(String reason) {
        boolean wasValid = session != null;
        session = null;
        link = null;
        pending.removeAll(call -> call.fail(new LinkException(call.what() + " was sent, and the link was lost before the answer came ("
                + reason + "). It may have been carried out.", Delivery.UNCONFIRMED)));
        if (wasValid) {
            LOG.debug("Replica {} is suspect: {}", name, reason);
        }
        views.forEach(ReplicaView::suspect);
        if (!closed) {
            replicas.seek(this);
        }
    }

    /** Writes a property, which is never answered; {@link IndexMap#NONE} if its number is not known. Any thread. */
    void write(Layout numberedBy, int property, QtType<?> propertyType, Object value, String what) {
        if (property == IndexMap.NONE) {
            throw new LinkException(notValid(what), Delivery.NOT_SENT);
        }
        send(numberedBy, what, null, (to, out, serialId) -> InvokePacket.writeProperty(out, name, property, propertyType, value));
    }

    /**
     * Sends a request; {@code call} is null if there is no answer. Any thread. A request whose numbers are those of an earlier
     * connection is not sent: to a Source that has changed since it would mean something else.
     *
     * @throws IllegalArgumentException if it is too large for a host like this one, which would close the connection
     */
    void send(Layout numberedBy, String what, PendingCall call, Request request) {
        Session at = session;
        if (at == null || at.layout() != numberedBy) {
            throw new LinkException(notValid(what), Delivery.NOT_SENT);
        }
        int serialId = call == null ? InvokePacket.NONE : replicas.nextSerialId();
        // Not of a pool: that keeps something for each thread, and so would tie the caller's thread to its class loader for good.
        ByteBuf frames = Unpooled.buffer(128);
        boolean handedOver = false;
        try {
            request.encode(at, new WireOutput(frames, at.generation()), serialId);
            if (frames.readableBytes() - FrameReader.LENGTH_BYTES > limits().maxFrameBytes()) {
                throw new IllegalArgumentException(what + " was not sent: it takes " + frames.readableBytes() + " bytes, more than "
                        + "limits.frame.bytes, " + limits().maxFrameBytes() + ". Send less at a time, or raise the limit on both sides.");
            }
            if (call != null) {
                call.serialId = serialId;
            }
            handedOver = replicas.execute(() -> transmit(at, what, call, frames));
            if (!handedOver) {
                throw new LinkException(what + " was not sent: the node is closed.", Delivery.NOT_SENT);
            }
        } finally {
            if (!handedOver) {
                frames.release();
            }
        }
    }

    String notValid(String what) {
        return what + " was not sent: " + name + (host == null ? "" : " at " + host)
                + " is not linked, or does not fit. Wait until the replica is valid (Replica.of(...).whenValid()).";
    }

    private void transmit(Session at, String what, PendingCall call, ByteBuf frames) {
        if (session != at) {
            frames.release();
            if (call != null) {
                call.fail(new LinkException(notValid(what), Delivery.NOT_SENT));
            }
            return;
        }
        if (call != null) {
            pending.add(call);
        }
        at.link().send(this, frames);
    }

    void expireCalls(long nowNanos) {
        pending.removeLate(nowNanos, call -> call.fail(new LinkException(call.what() + " was sent and not answered in time. It may have "
                + "been carried out. Raise the time-out if the slot takes long.", Delivery.UNCONFIRMED)));
    }

    /** Ends it, and all who look at it. */
    void close() {
        if (!closed) {
            closed = true;
            HostLink at = link;
            if (at != null) {
                at.release(this);
                lost("the replica was released");
            }
            replicas.forget(this);
            views.forEach(ReplicaView::end);
        }
    }

    /** Writes a request of the given serial id. */
    interface Request {
        void encode(Session to, WireOutput out, int serialId);
    }
}

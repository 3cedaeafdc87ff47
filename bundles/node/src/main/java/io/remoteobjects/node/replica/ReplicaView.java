package io.remoteobjects.node.replica;

import java.time.Instant;
import java.util.function.Consumer;

import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

import io.remoteobjects.LinkException;
import io.remoteobjects.Replica;
import io.remoteobjects.Subscription;
import io.remoteobjects.spi.ListenerFailures;
import io.remoteobjects.spi.OrderDomain;
import io.remoteobjects.spi.SignalCell;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;

/**
 * One way to look at a replica: it decodes the values of the core into its own types and has its own listeners, which run one at a time
 * and do not wait for those of other views. What it is told by the core comes on the replicas' event loop.
 */
public abstract class ReplicaView implements Replica {

    private final ReplicaCore core;
    private final OrderDomain domain;
    private final SignalCell<State> stateChanges;
    private final PromiseFactory promises;

    /** Resolved when the replica is valid; a new one when it no longer is. Set on the loop. */
    private volatile Deferred<Replica> valid;

    private boolean released;

    /** Owned by the loop. */
    private boolean bound;

    /** Those who listen are going to hear that it is valid, which it is not yet: who begins to listen now has missed that. */
    private volatile boolean announced;

    private volatile State state;
    private volatile Instant since = Instant.now();
    private volatile String problem = "";

    ReplicaView(ReplicaCore core, State initial) {
        this.core = core;
        this.domain = new OrderDomain(core.listenerExecutor(), ListenerFailures.LOGGED);
        this.stateChanges = new SignalCell<>(domain);
        this.promises = new PromiseFactory(domain::submit, null, PromiseFactory.Option.CALLBACKS_EXECUTOR_THREAD);
        this.valid = promises.deferred();
        this.state = initial;
    }

    final ReplicaCore core() {
        return core;
    }

    final OrderDomain domain() {
        return domain;
    }

    final PromiseFactory promises() {
        return promises;
    }

    @Override
    public final String name() {
        return core.name();
    }

    @Override
    public String type() {
        return core.type();
    }

    @Override
    public final State state() {
        return state;
    }

    /** {@return when it came into its state, by the clock of this machine} */
    public final Instant since() {
        return since;
    }

    /** {@return where it comes from, or must come from; empty for any host, as long as there is none} */
    public final String url() {
        return core.url();
    }

    /** {@return why the state is a mismatch; empty if it is none} */
    public final String problem() {
        return problem;
    }

    @Override
    public final Subscription onStateChange(Consumer<? super State> listener) {
        OrderDomain locked = domain.lock();
        try {
            Subscription changes = stateChanges.connect(listener);
            if (!announced) {
                return changes;
            }
            SignalCell<State> late = new SignalCell<>(domain);
            Subscription missed = late.connect(listener);
            late.fire(State.VALID);
            return () -> {
                missed.close();
                changes.close();
            };
        } finally {
            locked.unlock();
        }
    }

    @Override
    public final Promise<Replica> whenValid() {
        return valid.getPromise();
    }

    /** Binds to the members the wire now has. {@return why that cannot be; null if it can} */
    abstract String bind(Layout layout);

    /** {@return whether it knows what the members are that come; on the loop} */
    final boolean isBound() {
        return bound;
    }

    /** Takes all values; each is an encoded QVariant. */
    abstract void take(EncodedValues values);

    /** Takes one value. */
    abstract void changed(int property, View value, WireInput in);

    /** Takes a signal that is no property's change. */
    abstract void emitted(int signal, View arguments, WireInput in);

    /** The Source has these members now. What is called from here on is numbered by them. */
    final void bindTo(Layout layout) {
        String mismatch = bind(layout);
        bound = mismatch == null;
        problem = bound ? "" : mismatch;
    }

    /** The core is connected and has these values. */
    final void initialized(EncodedValues values) {
        if (!bound) {
            mismatch(problem);
            return;
        }
        State before = state;
        // Listeners hear of the state first and of the differing values then, when all of it can be read.
        domain.hold();
        try {
            if (before != State.VALID) {
                since = Instant.now();
                announceValid();
            }
            take(values);
            state = State.VALID;
        } finally {
            announced = false;
            domain.resume();
        }
        if (!valid.getPromise().isDone()) {
            valid.resolve(this);
        }
    }

    private void announceValid() {
        OrderDomain locked = domain.lock();
        try {
            announced = true;
            stateChanges.fire(State.VALID);
        } finally {
            locked.unlock();
        }
    }

    /** The core had these values, and has lost its Source since. */
    final void remember(EncodedValues values) {
        problem = "";
        if (bound) {
            take(values);
            moveTo(State.SUSPECT);
        }
    }

    /** The core lost its Source, or never had it. */
    final void suspect() {
        if (state == State.VALID || state == State.SIGNATURE_MISMATCH) {
            moveTo(state == State.VALID ? State.SUSPECT : neverValid());
        }
    }

    /** The state of a view that has not been valid yet. */
    abstract State neverValid();

    /** The Source has another interface. */
    final void mismatch(String why) {
        problem = why;
        moveTo(State.SIGNATURE_MISMATCH);
        Deferred<Replica> waiting = valid;
        if (!waiting.getPromise().isDone()) {
            valid = promises.deferred();
            waiting.fail(new IllegalStateException("The replica " + name() + " does not fit its Source: " + why));
        }
    }

    private void moveTo(State next) {
        State before = state;
        if (valid.getPromise().isDone()) {
            valid = promises.deferred();
        }
        state = next;
        if (before != next) {
            since = Instant.now();
            stateChanges.fire(next);
        }
    }

    /** {@return whether it was not released before} */
    final boolean markReleased() {
        boolean first = !released;
        released = true;
        return first;
    }

    /** Ends all subscriptions, and what waits for the replica to become valid. */
    void end() {
        if (state == State.VALID) {
            state = State.SUSPECT;
        }
        stateChanges.endSubscriptions();
        if (!valid.getPromise().isDone()) {
            valid.fail(new LinkException("The replica " + name() + " was released before it became valid. Acquire it again.",
                    LinkException.Delivery.NOT_SENT));
        }
    }
}

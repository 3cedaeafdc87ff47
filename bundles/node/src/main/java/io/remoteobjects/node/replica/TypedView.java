package io.remoteobjects.node.replica;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.LinkException;
import io.remoteobjects.LinkException.Delivery;
import io.remoteobjects.PushProperty;
import io.remoteobjects.Signal;
import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.contract.ContractMatch;
import io.remoteobjects.node.contract.IndexMap;
import io.remoteobjects.node.contract.Member;
import io.remoteobjects.node.contract.Modifier;
import io.remoteobjects.node.contract.Parameter;
import io.remoteobjects.node.contract.PropertyMember;
import io.remoteobjects.node.contract.SignalMember;
import io.remoteobjects.node.contract.SlotMember;
import io.remoteobjects.node.transport.LoopThread;
import io.remoteobjects.spi.Cell;
import io.remoteobjects.spi.SignalCell;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.packet.Values;
import io.remoteobjects.wire.type.QtType;

/** A replica seen through Java interfaces: its cells, in the order of their contract, and its calls. */
public final class TypedView extends ReplicaView {

    private static final Logger LOG = LoggerFactory.getLogger(TypedView.class);

    private final Contract contract;
    private final CallOptions options;
    private final CallFailures failures;
    private final List<ReplicaProperty> properties = new ArrayList<>();
    private final List<SignalCell<Object>> signals = new ArrayList<>();
    private final List<List<QtType<Object>>> signalTypes;
    private final List<SlotCall> calls = new ArrayList<>();
    private final DistinctErrors badValues = new DistinctErrors(LOG);

    /** How the contract's numbers and the Source's go together; null while no Source has shown that it fits. Set on the loop. */
    private volatile Binding binding;

    /** A layout and how the contract stands to it. */
    private record Binding(Layout layout, ContractMatch match) {
    }

    TypedView(ReplicaCore core, Contract contract, CallOptions options) {
        super(core, State.DEFAULT);
        this.contract = contract;
        this.options = options;
        this.failures = new CallFailures(options.linkFailure());
        contract.properties().forEach(member -> properties.add(new ReplicaProperty(this, member)));
        contract.signals().forEach(member -> signals.add(new SignalCell<>(domain())));
        signalTypes = contract.signals().stream().map(member -> Parameter.types(member.parameters())).toList();
        contract.slots().forEach(slot -> calls.add(new SlotCall(core, slot, contract.plain(slot.index()))));
    }

    Contract contract() {
        return contract;
    }

    /**
     * Makes an object that implements the interfaces.
     *
     * @param loader sees them all
     * @param interfaces those of the contract
     * @return a proxy; each call makes a new one
     */
    public Object proxy(ClassLoader loader, Class<?>... interfaces) {
        return TypedProxy.create(this, loader, interfaces);
    }

    /**
     * @param index a property's number in the contract
     * @return the property
     */
    public PushProperty<Object> property(int index) {
        return properties.get(index);
    }

    /**
     * @param index a signal's number in the contract
     * @return the signal
     */
    public Signal<Object> signal(int index) {
        return signals.get(index);
    }

    @Override
    public String type() {
        return contract.typeName();
    }

    @Override
    State neverValid() {
        return State.DEFAULT;
    }

    @Override
    String bind(Layout layout) {
        ContractMatch found = contract.equals(layout.contract()) ? contract.matchOfEqual()
                : contract.match(layout.definition(), core().generation(), core().isPlain());
        binding = found.fits() ? new Binding(layout, found) : null;
        if (!found.fits()) {
            return String.join("; ", found.problems());
        }
        return null;
    }

    @Override
    void take(EncodedValues values) {
        for (ReplicaProperty property : properties) {
            int index = binding.match.properties().remote(property.member().index());
            if (index != IndexMap.NONE && values.has(index)) {
                take(property, values.open(index, core().generation(), core().limits()));
            }
        }
    }

    @Override
    void changed(int property, View value, WireInput in) {
        int index = binding.match.properties().own(property);
        if (index != IndexMap.NONE) {
            in.reset(value);
            take(properties.get(index), in);
        }
    }

    /** A value that cannot be had leaves the old one; the next one may be better. */
    private void take(ReplicaProperty property, WireInput in) {
        try {
            property.take(property.member().type().readVariant(in));
        } catch (Throwable unfit) {
            badValues.report("Property " + property.member().name() + " of " + name() + " keeps its value, for what came is none", unfit);
        }
    }

    @Override
    void emitted(int signal, View arguments, WireInput in) {
        int index = binding.match.signals().own(signal);
        if (index == IndexMap.NONE) {
            return;
        }
        SignalMember member = contract.signals().get(index);
        Object carried;
        try {
            in.reset(arguments);
            carried = member.fromArguments().apply(Values.readArguments(in, signalTypes.get(index)));
        } catch (Throwable unfit) {
            badValues.report("Signal " + member.name() + " of " + name() + " is not told, for its arguments are none", unfit);
            return;
        }
        signals.get(index).fire(carried);
    }

    /**
     * Calls a slot whose answer does not matter. Any thread; does nothing while the replica is not valid.
     *
     * @param index its number in the contract
     * @param arguments of its parameters' types
     */
    public void send(int index, Object... arguments) {
        Binding now = binding;
        try {
            calls.get(index).send(layout(now), remote(now, ContractMatch::slots, contract.slots().get(index)), arguments);
        } catch (LinkException notValid) {
            LOG.debug("{}", notValid.getMessage());
        }
    }

    /** Calls a slot the way its method promises. Any thread. */
    Object call(SlotMember slot, Object[] arguments) throws Throwable {
        if (slot.oneWay()) {
            return callOneWay(slot, arguments);
        }
        return switch (slot.returnKind()) {
            case VOID, VALUE -> await(what(slot), slot.method(), () -> send(slot, arguments));
            case PROMISE -> promise(slot.method(), send(slot, arguments));
            case COMPLETABLE_FUTURE, FUTURE -> future(slot.method(), send(slot, arguments));
        };
    }

    private Object callOneWay(SlotMember slot, Object[] arguments) throws Throwable {
        Binding now = binding;
        try {
            calls.get(slot.index()).send(layout(now), remote(now, ContractMatch::slots, slot), arguments);
            return null;
        } catch (LinkException notSent) {
            throw failures.translate(notSent, slot.method());
        }
    }

    private Object await(String what, Method method, Supplier<CompletableFuture<?>> call) throws Throwable {
        LoopThread.refuseToBlock("Calling " + what);
        try {
            return call.get().get();
        } catch (ExecutionException failed) {
            throw failures.translate(failed.getCause(), method);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failures.translate(new LinkException(what + " was sent, and its caller interrupted before the answer came. It "
                    + "may have been carried out.", Delivery.UNCONFIRMED), method);
        }
    }

    private <T> Promise<T> promise(Method method, CompletableFuture<T> answer) {
        Deferred<T> deferred = promises().deferred();
        answer.whenComplete((result, failure) -> {
            if (failure == null) {
                deferred.resolve(result);
            } else {
                deferred.fail(failures.translateLater(failure, method));
            }
        });
        return deferred.getPromise();
    }

    private CompletableFuture<Object> future(Method method, CompletableFuture<Object> answer) {
        CompletableFuture<Object> future = new CompletableFuture<>();
        // What depends on a CompletableFuture runs where it is completed, which must not be the event loop.
        answer.whenCompleteAsync((result, failure) -> {
            if (failure == null) {
                future.complete(result);
            } else {
                future.completeExceptionally(failures.translateLater(failure, method));
            }
        }, core().listenerExecutor());
        return future;
    }

    Promise<Void> push(PropertyMember property, Object value) {
        return promise(null, pushed(property, value)).map(nothing -> null);
    }

    /** Pushes a property as the setter of a bean does: waits until the Source took the value. */
    Object set(PropertyMember property, Object value) throws Throwable {
        return await(name() + "." + property.name(), property.bean().setter(), () -> pushed(property, value));
    }

    private CompletableFuture<?> pushed(PropertyMember property, Object value) {
        Binding now = binding;
        int pushSlot = property.modifier() == Modifier.READWRITE ? IndexMap.NONE
                : remote(now, ContractMatch::slots, contract.slots().get(property.pushSlot()));
        if (pushSlot != IndexMap.NONE) {
            return send(contract.slots().get(property.pushSlot()), new Object[] {value});
        }
        Object checked = property.check().apply(value);
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            core().write(layout(now), remote(now, ContractMatch::properties, property), property.type(), checked,
                    name() + "." + property.name());
            written.complete(null);
        } catch (LinkException notSent) {
            written.completeExceptionally(notSent);
        }
        return written;
    }

    /** The number a member has at the Source; none while no Source has shown that it fits. */
    private static int remote(Binding now, Function<ContractMatch, IndexMap> kind, Member member) {
        return now == null ? IndexMap.NONE : kind.apply(now.match).remote(member.index());
    }

    private static Layout layout(Binding now) {
        return now == null ? null : now.layout;
    }

    private CompletableFuture<Object> send(SlotMember slot, Object[] arguments) {
        Binding now = binding;
        return calls.get(slot.index()).send(layout(now), remote(now, ContractMatch::slots, slot), arguments, options.timeoutMillis());
    }

    private String what(SlotMember slot) {
        return calls.get(slot.index()).what();
    }

    @Override
    void end() {
        super.end();
        properties.forEach(Cell::endSubscriptions);
        signals.forEach(Cell::endSubscriptions);
    }
}

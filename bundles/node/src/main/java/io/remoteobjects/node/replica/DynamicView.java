package io.remoteobjects.node.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.LinkException;
import io.remoteobjects.LinkException.Delivery;
import io.remoteobjects.Subscription;
import io.remoteobjects.spi.Cell;
import io.remoteobjects.spi.SignalCell;
import io.remoteobjects.spi.ValueCell;
import io.remoteobjects.wire.View;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.packet.Values;
import io.remoteobjects.wire.rep.RepFile;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.Variant;

/** A replica seen without an interface, by the names its host tells. */
public final class DynamicView extends ReplicaView implements DynamicReplica {

    private static final Logger LOG = LoggerFactory.getLogger(DynamicView.class);
    private static final Members NONE = new Members(null, new Layout(List.of(), List.of(), List.of(), null, null), List.of(),
            List.of());

    private final DistinctErrors badValues = new DistinctErrors(LOG);
    private final CallFailures failures;
    private final long timeoutMillis;
    private volatile Members members = NONE;

    /** The members, once the host told of them: as the link has them, and with types that need no interface. */
    private record Members(Layout told, Layout layout, List<Value> properties, List<SignalCell<List<Object>>> signals) {
    }

    /** A property. */
    private static final class Value extends ValueCell<Object> {
        Value(DynamicView view) {
            super(view.domain(), null);
        }

        void take(Object value) {
            store(value);
        }
    }

    DynamicView(ReplicaCore core, CallOptions options) {
        super(core, State.UNINITIALIZED);
        this.failures = new CallFailures(options.linkFailure());
        this.timeoutMillis = options.timeoutMillis();
    }

    @Override
    State neverValid() {
        return State.UNINITIALIZED;
    }

    @Override
    String bind(Layout told) {
        Layout layout = told.untyped();
        if (!layout.schema().equals(members.layout.schema())) {
            endMembers();
            List<Value> properties = new ArrayList<>();
            layout.properties().forEach(each -> properties.add(new Value(this)));
            List<SignalCell<List<Object>>> signals = new ArrayList<>();
            layout.signals().forEach(each -> signals.add(new SignalCell<>(domain())));
            members = new Members(told, layout, properties, signals);
        } else {
            members = new Members(told, layout, members.properties, members.signals);
        }
        return null;
    }

    @Override
    void take(EncodedValues values) {
        for (int i = 0; i < values.count(); i++) {
            if (values.has(i)) {
                take(i, values.open(i, core().generation(), core().limits()));
            }
        }
    }

    @Override
    void changed(int property, View value, WireInput in) {
        in.reset(value);
        take(property, in);
    }

    private void take(int index, WireInput in) {
        Layout.Property property = members.layout.properties().get(index);
        try {
            members.properties.get(index).take(Variant.natural(property.type().readVariant(in)));
        } catch (Throwable unfit) {
            badValues.report("Property " + property.name() + " of " + name() + " keeps its value, for what came is none", unfit);
        }
    }

    @Override
    void emitted(int signal, View arguments, WireInput in) {
        Layout.Signal member = members.layout.signals().get(signal);
        List<Object> carried = new ArrayList<>();
        try {
            in.reset(arguments);
            for (Object argument : Values.readArguments(in, member.parameters())) {
                carried.add(Variant.natural(argument));
            }
        } catch (Throwable unfit) {
            badValues.report("Signal " + member.name() + " of " + name() + " is not told, for its arguments are none", unfit);
            return;
        }
        members.signals.get(signal).fire(carried);
    }

    @Override
    public Schema schema() {
        return members.layout.schema();
    }

    /** {@return the interface as the host tells it; null before it did} */
    public RepFile rep() {
        Members now = members;
        return now == NONE ? null : DefinitionRep.of(now.layout.definition(), name());
    }

    @Override
    public Object get(String property) {
        Members now = members;
        return now.properties.get(property(now, property)).get();
    }

    @Override
    public Subscription observe(String property, Consumer<Object> listener) {
        Members now = members;
        return now.properties.get(property(now, property)).observe(listener);
    }

    @Override
    public Subscription connect(String signal, Consumer<List<Object>> listener) {
        Members now = members;
        int index = find("signal", signal, now.layout.schema().signals(), any -> true);
        int property = now.layout.signals().get(index).property();
        return property < 0 ? now.signals.get(index).connect(listener) : now.properties.get(property).onChange(value -> {
            List<Object> arguments = new ArrayList<>();
            arguments.add(value);
            listener.accept(arguments);
        });
    }

    @Override
    public Promise<Void> push(String property, Object value) {
        Members now = members;
        int index = property(now, property);
        String pushSlot = "push" + property.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + property.substring(1);
        for (int i = 0; i < now.layout.slots().size(); i++) {
            Layout.Slot slot = now.layout.slots().get(i);
            if (slot.name().equalsIgnoreCase(pushSlot) && slot.parameters().size() == 1) {
                return call(now, i, slot, new Object[] {value}).map(nothing -> null);
            }
        }
        QtType<?> type = now.layout.properties().get(index).type();
        Object fitted = NaturalValues.toQt(type, value);
        try {
            core().write(now.told, index, type, fitted, name() + "." + property);
            return promises().resolved(null);
        } catch (LinkException notSent) {
            return promises().failed(failures.translate(notSent, null));
        }
    }

    @Override
    public Promise<Object> call(String slot, Object... arguments) {
        Members now = members;
        if (now == NONE) {
            return promises().failed(failures.translate(new LinkException(name() + "." + slot + " was not sent: the replica has not heard "
                    + "of its Source yet. Wait until it is valid.", Delivery.NOT_SENT), null));
        }
        int index = find("slot", slot, now.layout.schema().slots(), i -> now.layout.slots().get(i).parameters().size() == arguments.length);
        return call(now, index, now.layout.slots().get(index), arguments);
    }

    private Promise<Object> call(Members now, int index, Layout.Slot slot, Object[] arguments) {
        Object[] fitted = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            fitted[i] = NaturalValues.toQt(slot.parameters().get(i), arguments[i]);
        }
        CompletableFuture<Object> answer = new SlotCall(core(), slot.name(), untyped(slot.parameters()), untyped(slot.result()))
                .send(now.told, index, fitted, timeoutMillis);
        Deferred<Object> deferred = promises().deferred();
        answer.whenComplete((value, failure) -> {
            try {
                if (failure == null) {
                    deferred.resolve(Variant.natural(value));
                } else {
                    deferred.fail(failures.translateLater(failure, null));
                }
            } catch (RuntimeException unfit) {
                deferred.fail(unfit);
            }
        });
        return deferred.getPromise();
    }

    @SuppressWarnings("unchecked")
    private static QtType<Object> untyped(QtType<?> type) {
        return (QtType<Object>) type;
    }

    private static List<QtType<Object>> untyped(List<QtType<?>> types) {
        return types.stream().<QtType<Object>>map(DynamicView::untyped).toList();
    }

    private int property(Members now, String name) {
        return find("property", name, now.layout.schema().properties(), any -> true);
    }

    /** Finds a member by its name or signature. */
    private int find(String kind, String wanted, List<Member> among, java.util.function.IntPredicate fits) {
        for (int i = 0; i < among.size(); i++) {
            Member member = among.get(i);
            if (member.signature().equals(wanted) || member.name().equals(wanted) && fits.test(i)) {
                return i;
            }
        }
        String known = among.stream().map(each -> kind.equals("property") ? each.name() : each.signature())
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException(name() + " has no such " + kind + ": " + wanted + ". It has: "
                + (known.isEmpty() ? "none" : known) + ".");
    }

    private void endMembers() {
        members.properties.forEach(Cell::endSubscriptions);
        members.signals.forEach(Cell::endSubscriptions);
    }

    @Override
    void end() {
        super.end();
        endMembers();
    }
}

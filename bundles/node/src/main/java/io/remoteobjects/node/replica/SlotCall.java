package io.remoteobjects.node.replica;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import io.remoteobjects.LinkException;
import io.remoteobjects.LinkException.Delivery;
import io.remoteobjects.node.contract.IndexMap;
import io.remoteobjects.node.contract.Parameter;
import io.remoteobjects.node.contract.PlainSlot;
import io.remoteobjects.node.contract.SlotMember;
import io.remoteobjects.node.dialect.PlainValues;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.packet.FramePrefix;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.type.QtType;

/** How one slot of a replica is called. What its calls have in common is made once. Any thread. */
final class SlotCall {

    @SuppressWarnings("unchecked")
    private static final List<QtType<Object>> PLAIN = List.of((QtType<Object>) (QtType<?>) PlainValues.TYPE);

    private final ReplicaCore core;
    private final String what;
    private final List<QtType<Object>> types;
    private final QtType<Object> resultType;
    private final PlainSlot plain;
    private final UnaryOperator<Object[]> check;
    private volatile Prefix prefix;

    /** What frames begin with, as long as the slot has that number there. */
    private record Prefix(Generation generation, int slot, int arguments, FramePrefix bytes) {
    }

    /** A slot of an interface. */
    SlotCall(ReplicaCore core, SlotMember slot, PlainSlot plain) {
        this(core, slot.name(), Parameter.types(slot.parameters()), slot.returnType(), slot::checkArguments, plain);
    }

    /** A slot that no interface has: what it is called with is of its types. */
    SlotCall(ReplicaCore core, String name, List<QtType<Object>> types, QtType<Object> resultType) {
        this(core, name, types, resultType, UnaryOperator.identity(), null);
    }

    private SlotCall(ReplicaCore core, String name, List<QtType<Object>> types, QtType<Object> resultType, UnaryOperator<Object[]> check,
            PlainSlot plain) {
        this.core = core;
        this.what = core.name() + "." + name;
        this.types = types;
        this.resultType = resultType;
        this.check = check;
        this.plain = plain;
    }

    /** {@return object and slot, for messages} */
    String what() {
        return what;
    }

    /**
     * Calls without an answer.
     *
     * @param numberedBy the members among which it has its number
     * @param slot its number at the Source; {@link IndexMap#NONE} if that is not known
     * @param arguments as its method takes them
     * @throws LinkException if it cannot be sent
     * @throws IllegalArgumentException if one cannot be carried; the message names it
     */
    void send(Layout numberedBy, int slot, Object[] arguments) {
        send(numberedBy, slot, arguments, null);
    }

    /**
     * Calls.
     *
     * @param numberedBy the members among which it has its number
     * @param slot its number at the Source; {@link IndexMap#NONE} if that is not known
     * @param arguments as its method takes them
     * @param timeoutMillis how long to wait
     * @return the answer; completes on the replicas' event loop, with a LinkException if there is none
     * @throws IllegalArgumentException if an argument cannot be carried; the message names it
     */
    CompletableFuture<Object> send(Layout numberedBy, int slot, Object[] arguments, long timeoutMillis) {
        PendingCall call = new PendingCall(what, resultType, plain, timeoutMillis);
        try {
            send(numberedBy, slot, arguments, call);
        } catch (LinkException notSent) {
            call.fail(notSent);
        }
        return call.answer();
    }

    private void send(Layout numberedBy, int slot, Object[] arguments, PendingCall call) {
        if (slot == IndexMap.NONE) {
            throw new LinkException(core.notValid(what), Delivery.NOT_SENT);
        }
        core.send(numberedBy, what, call, (to, out, serialId) -> {
            if (plain != null && to.plain()) {
                Object[] values = {new PlainValues(plain.id(), plain.writeArguments(arguments))};
                InvokePacket.write(out, prefix(out.generation(), slot, 1), PLAIN, values, serialId);
            } else {
                InvokePacket.write(out, prefix(out.generation(), slot, types.size()), types, check.apply(arguments), serialId);
            }
        });
    }

    private FramePrefix prefix(Generation generation, int slot, int arguments) {
        Prefix known = prefix;
        if (known == null || known.generation != generation || known.slot != slot || known.arguments != arguments) {
            known = new Prefix(generation, slot, arguments, InvokePacket.prefix(generation, core.name(), slot, arguments));
            prefix = known;
        }
        return known.bytes;
    }
}

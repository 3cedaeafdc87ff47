package io.remoteobjects.node.replica;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.remoteobjects.LinkException;
import io.remoteobjects.LinkException.Delivery;
import io.remoteobjects.node.contract.IndexMap;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.packet.FramePrefix;
import io.remoteobjects.wire.packet.InvokePacket;
import io.remoteobjects.wire.type.QtType;

/** How one slot of a replica is called. What its calls have in common is made once. Any thread. */
final class SlotCall {

    private final ReplicaCore core;
    private final String what;
    private final List<QtType<Object>> types;
    private final QtType<Object> resultType;
    private volatile Prefix prefix;

    /** What frames begin with, as long as the slot has that number there. */
    private record Prefix(Generation generation, int slot, FramePrefix bytes) {
    }

    SlotCall(ReplicaCore core, String name, List<QtType<Object>> types, QtType<Object> resultType) {
        this.core = core;
        this.what = core.name() + "." + name;
        this.types = types;
        this.resultType = resultType;
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
     * @param arguments of its parameters' types
     * @throws LinkException if it cannot be sent
     */
    void send(Layout numberedBy, int slot, Object[] arguments) {
        send(numberedBy, slot, arguments, null);
    }

    /**
     * Calls.
     *
     * @param numberedBy the members among which it has its number
     * @param slot its number at the Source; {@link IndexMap#NONE} if that is not known
     * @param arguments of its parameters' types
     * @param timeoutMillis how long to wait
     * @return the answer; completes on the replicas' event loop, with a LinkException if there is none
     */
    CompletableFuture<Object> send(Layout numberedBy, int slot, Object[] arguments, long timeoutMillis) {
        PendingCall call = new PendingCall(what, resultType, timeoutMillis);
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
        core.send(numberedBy, what, call,
                (out, serialId) -> InvokePacket.write(out, prefix(out.generation(), slot), types, arguments, serialId));
    }

    private FramePrefix prefix(Generation generation, int slot) {
        Prefix known = prefix;
        if (known == null || known.generation != generation || known.slot != slot) {
            known = new Prefix(generation, slot, InvokePacket.prefix(generation, core.name(), slot, types.size()));
            prefix = known;
        }
        return known.bytes;
    }
}

package io.remoteobjects.node.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The calls of one replica that wait for a reply, by serial id. Ids count up, so a table indexed by their low bits rarely has two for
 * one place; the older one then moves aside. Owned by the replicas' event loop.
 */
final class PendingCalls {

    private PendingCall[] table = new PendingCall[16];
    private final Map<Integer, PendingCall> aside = new HashMap<>();
    private int size;

    void add(PendingCall call) {
        if (size >= table.length / 2) {
            grow();
        }
        put(call);
        size++;
    }

    private void put(PendingCall call) {
        int index = index(call.serialId);
        PendingCall older = table[index];
        if (older != null) {
            aside.put(older.serialId, older);
        }
        table[index] = call;
    }

    private void grow() {
        PendingCall[] old = table;
        table = new PendingCall[old.length * 2];
        for (PendingCall call : old) {
            if (call != null) {
                put(call);
            }
        }
    }

    private int index(int serialId) {
        return serialId & (table.length - 1);
    }

    /** {@return the call with an id, which no longer waits; null if none does} */
    PendingCall remove(int serialId) {
        PendingCall call = table[index(serialId)];
        if (call != null && call.serialId == serialId) {
            table[index(serialId)] = null;
        } else {
            call = aside.remove(serialId);
        }
        if (call != null) {
            size--;
        }
        return call;
    }

    int size() {
        return size;
    }

    /** Takes out all whose time is up. */
    void removeLate(long nowNanos, Consumer<PendingCall> then) {
        if (size > 0) {
            List<PendingCall> late = new ArrayList<>();
            for (PendingCall call : table) {
                if (call != null && call.isLate(nowNanos)) {
                    late.add(call);
                }
            }
            for (Iterator<PendingCall> each = aside.values().iterator(); each.hasNext();) {
                PendingCall call = each.next();
                if (call.isLate(nowNanos)) {
                    late.add(call);
                }
            }
            late.forEach(call -> remove(call.serialId));
            late.forEach(then);
        }
    }

    /** Takes out all. */
    void removeAll(Consumer<PendingCall> then) {
        List<PendingCall> all = new ArrayList<>(aside.values());
        for (PendingCall call : table) {
            if (call != null) {
                all.add(call);
            }
        }
        aside.clear();
        table = new PendingCall[16];
        size = 0;
        all.forEach(then);
    }
}

package io.remoteobjects.node.transport;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import io.netty.buffer.ByteBuf;

/**
 * What a connection that cannot keep up has yet to get. Once it is more than a number of bytes, a new value of a property replaces the
 * one before, unless a signal or reply of the same object stands behind that: then both are kept, so that nothing is seen out of place.
 * Owned by the connection's event loop.
 */
final class Backlog {

    private final ArrayDeque<Unit> units = new ArrayDeque<>();
    private final Map<Object, Map<Integer, Unit>> replaceable = new HashMap<>();
    private final long conflateAbove;
    private long bytes;
    private int dead;

    /** @param conflateAbove bytes that are kept as they are */
    Backlog(long conflateAbove) {
        this.conflateAbove = conflateAbove;
    }

    void add(FrameBatch batch) {
        for (int i = 0; i < batch.units(); i++) {
            add(batch.object(), batch.slot(i), batch.retainedUnit(i));
        }
    }

    /** Takes over the reference to the frames. */
    void add(Object object, int slot, ByteBuf frames) {
        Unit unit = new Unit(object, slot, frames);
        if (slot == FrameBatch.BARRIER) {
            replaceable.remove(object);
        } else {
            Unit older = replaceable.computeIfAbsent(object, key -> new HashMap<>()).put(slot, unit);
            if (older != null && bytes > conflateAbove) {
                drop(older);
            }
        }
        units.add(unit);
        bytes += frames.readableBytes();
    }

    private void drop(Unit older) {
        bytes -= older.frames.readableBytes();
        older.frames.release();
        older.frames = null;
        dead++;
        if (dead > 64 && dead > units.size() / 2) {
            units.removeIf(unit -> unit.frames == null);
            dead = 0;
        }
    }

    /** {@return the next frames to write, whose reference the caller gets; null if there are none} */
    ByteBuf poll() {
        for (Unit unit = units.poll(); unit != null; unit = units.poll()) {
            if (unit.frames == null) {
                dead--;
                continue;
            }
            Map<Integer, Unit> latest = replaceable.get(unit.object);
            if (latest != null) {
                latest.remove(unit.slot, unit);
                if (latest.isEmpty()) {
                    replaceable.remove(unit.object);
                }
            }
            bytes -= unit.frames.readableBytes();
            return unit.frames;
        }
        return null;
    }

    boolean isEmpty() {
        return units.size() == dead;
    }

    long bytes() {
        return bytes;
    }

    void release() {
        for (Iterator<Unit> each = units.iterator(); each.hasNext();) {
            Unit unit = each.next();
            if (unit.frames != null) {
                unit.frames.release();
            }
        }
        units.clear();
        replaceable.clear();
        bytes = 0;
        dead = 0;
    }

    private static final class Unit {
        final Object object;
        final int slot;
        ByteBuf frames;

        Unit(Object object, int slot, ByteBuf frames) {
            this.object = object;
            this.slot = slot;
            this.frames = frames;
        }
    }
}

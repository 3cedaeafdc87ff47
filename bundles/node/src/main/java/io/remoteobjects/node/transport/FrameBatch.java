package io.remoteobjects.node.transport;

import java.util.Arrays;

import io.netty.buffer.ByteBuf;

/**
 * Frames of one object, encoded once for all who get them. Beside the bytes it knows where each unit ends and whether a later unit of
 * the same slot makes it superfluous. Filled by one thread, then read-only; the bytes are reference counted, the creator holds one count.
 */
public final class FrameBatch {

    /** The slot of a unit that must arrive, and that nothing may overtake: a signal, a reply, an initialization. */
    public static final int BARRIER = -1;

    private final Object object;
    private final ByteBuf bytes;
    private int[] ends = new int[16];
    private int[] slots = new int[16];
    private int units;

    /**
     * @param object whose frames these are; the order is kept per object
     * @param bytes where they are encoded; this batch takes over the reference
     */
    public FrameBatch(Object object, ByteBuf bytes) {
        this.object = object;
        this.bytes = bytes;
    }

    /** {@return the buffer to encode into} */
    public ByteBuf bytes() {
        return bytes;
    }

    /**
     * Marks what was encoded since the last call as one unit.
     *
     * @param slot the index of the property whose value it carries, or {@link #BARRIER}
     */
    public void endUnit(int slot) {
        if (units == ends.length) {
            ends = Arrays.copyOf(ends, units * 2);
            slots = Arrays.copyOf(slots, units * 2);
        }
        ends[units] = bytes.writerIndex();
        slots[units++] = slot;
    }

    /** {@return whether nothing was marked} */
    public boolean isEmpty() {
        return units == 0;
    }

    Object object() {
        return object;
    }

    int units() {
        return units;
    }

    int slot(int unit) {
        return slots[unit];
    }

    ByteBuf retainedUnit(int unit) {
        int start = unit == 0 ? 0 : ends[unit - 1];
        return bytes.retainedSlice(start, ends[unit] - start);
    }

    /** Takes a further reference, for another thread that will send it. */
    public void retain() {
        bytes.retain();
    }

    /** Gives up a reference. */
    public void release() {
        bytes.release();
    }
}

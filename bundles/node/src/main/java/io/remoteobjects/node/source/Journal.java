package io.remoteobjects.node.source;

import java.util.Arrays;

/**
 * What has happened to an object and is not yet on its way: one sequence of values, signals, replies and subscriptions, so that each
 * peer gets them in the order in which they happened. Guarded by the object's order domain.
 */
final class Journal {

    /** Entries above which a value replaces an older one of the same property, if nothing that must arrive stands between. */
    private static final int CONFLATE_ABOVE = 65_536;

    private static final int STEP = Integer.MIN_VALUE;
    private static final int DEAD = Integer.MIN_VALUE + 1;

    private int[] codes = new int[64];
    private Object[] values = new Object[64];
    private int size;
    private final int[] latest;
    private int barrier;
    private int replayed;

    Journal(int properties) {
        latest = new int[properties];
        Arrays.fill(latest, -1);
    }

    /** {@return whether there is more than should be, and no older value gave way} */
    boolean change(int property, Object value) {
        boolean conflated = size >= CONFLATE_ABOVE && latest[property] >= barrier;
        if (conflated) {
            codes[latest[property]] = DEAD;
            values[latest[property]] = null;
        }
        append(property, value);
        latest[property] = size - 1;
        return size > CONFLATE_ABOVE && !conflated;
    }

    /** {@return whether there is more than should be} */
    boolean signal(int signal, Object arguments) {
        append(~signal, arguments);
        barrier = size;
        return size > CONFLATE_ABOVE;
    }

    void step(Runnable step) {
        append(STEP, step);
        barrier = size;
    }

    private void append(int code, Object value) {
        if (size == codes.length) {
            if (!compact()) {
                codes = Arrays.copyOf(codes, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
        }
        codes[size] = code;
        values[size++] = value;
    }

    /** Squeezes conflated entries out, if they are many. */
    private boolean compact() {
        if (size < CONFLATE_ABOVE) {
            return false;
        }
        int kept = 0;
        int keptBarrier = 0;
        int[] moved = new int[latest.length];
        Arrays.fill(moved, -1);
        for (int i = 0; i < size; i++) {
            if (codes[i] != DEAD) {
                if (codes[i] >= 0) {
                    moved[codes[i]] = kept;
                }
                codes[kept] = codes[i];
                values[kept++] = values[i];
            }
            if (i < barrier) {
                keptBarrier = kept;
            }
        }
        Arrays.fill(values, kept, size, null);
        boolean enough = kept < size / 2;
        size = kept;
        barrier = keptBarrier;
        System.arraycopy(moved, 0, latest, 0, latest.length);
        return enough;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /**
     * Hands entries to a reader, from where the last call stopped; without the domain's lock, by the one thread that drains.
     *
     * @param most how many entries at most
     * @return whether those were all
     */
    boolean replay(int most, Reader reader) {
        int end = Math.min(size, replayed + most);
        while (replayed < end) {
            int code = codes[replayed];
            Object value = values[replayed++];
            if (code == STEP) {
                ((Runnable) value).run();
            } else if (code >= 0) {
                reader.changed(code, value);
            } else if (code != DEAD) {
                reader.emitted(~code, value);
            }
        }
        return replayed == size;
    }

    void clear() {
        Arrays.fill(values, 0, size, null);
        if (codes.length > CONFLATE_ABOVE) {
            codes = new int[64];
            values = new Object[64];
        }
        Arrays.fill(latest, -1);
        size = 0;
        barrier = 0;
        replayed = 0;
    }

    /** Takes what is replayed. */
    interface Reader {

        void changed(int property, Object value);

        void emitted(int signal, Object arguments);
    }
}

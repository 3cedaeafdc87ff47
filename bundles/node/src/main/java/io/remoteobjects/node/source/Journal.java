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

    Journal(int properties) {
        latest = new int[properties];
        Arrays.fill(latest, -1);
    }

    void change(int property, Object value) {
        if (size >= CONFLATE_ABOVE && latest[property] >= barrier) {
            codes[latest[property]] = DEAD;
            values[latest[property]] = null;
        }
        latest[property] = size;
        append(property, value);
    }

    void signal(int signal, Object arguments) {
        append(~signal, arguments);
        barrier = size;
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

    /** Hands everything to a reader; without the domain's lock, by the one thread that drains. */
    void replay(Reader reader) {
        for (int i = 0; i < size; i++) {
            int code = codes[i];
            Object value = values[i];
            if (code == STEP) {
                ((Runnable) value).run();
            } else if (code >= 0) {
                reader.changed(code, value);
            } else if (code != DEAD) {
                reader.emitted(~code, value);
            }
        }
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
    }

    /** Takes what is replayed. */
    interface Reader {

        void changed(int property, Object value);

        void emitted(int signal, Object arguments);
    }
}

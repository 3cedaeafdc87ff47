package io.remoteobjects.node.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What listeners were told, in order. Any thread. */
public final class Seen<T> implements Consumer<T> {

    private final List<T> all = new ArrayList<>();

    @Override
    public synchronized void accept(T value) {
        all.add(value);
        notifyAll();
    }

    /** {@return everything so far} */
    public synchronized List<T> all() {
        return new ArrayList<>(all);
    }

    /** {@return how much so far} */
    public synchronized int count() {
        return all.size();
    }

    /** {@return the last, null before the first} */
    public synchronized T last() {
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    /** Waits until a value was seen. */
    public synchronized void await(T value) {
        int[] next = {0};
        await(value + " to be seen", () -> {
            while (next[0] < all.size()) {
                if (all.get(next[0]++).equals(value)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Waits until so many were seen. */
    public synchronized void awaitCount(int count) {
        await(count + " to be seen", () -> all.size() >= count);
    }

    private void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Await.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new AssertionError("Waited in vain for " + what + ". Seen were " + all.size() + ", the last: "
                        + all.subList(Math.max(0, all.size() - 5), all.size()));
            }
            try {
                wait(millis);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting for " + what, interrupted);
            }
        }
    }
}

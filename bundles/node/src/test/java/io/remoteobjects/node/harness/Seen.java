package io.remoteobjects.node.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What listeners were told, in order. Any thread. */
public final class Seen<T> implements Consumer<T> {

    private final List<T> all = new ArrayList<>();

    @Override
    public synchronized void accept(T value) {
        all.add(value);
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
    public void await(T value) {
        Await.until(value + " to be seen", this::all, seen -> seen.contains(value));
    }

    /** Waits until so many were seen. */
    public void awaitCount(int count) {
        Await.until(count + " to be seen", this::count, seen -> seen >= count);
    }
}

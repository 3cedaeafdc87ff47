package io.remoteobjects.itests.conformance.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a listener was told, in order. Any thread. */
public final class Told<T> {

    private final BlockingQueue<T> events = new LinkedBlockingQueue<>();

    /** Takes down what was told. */
    public void add(T event) {
        events.add(event);
    }

    /** {@return the next; waits for it} */
    public T next() {
        try {
            T next = events.poll(TestFramework.SOON.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new AssertionError("Nothing was told within " + TestFramework.SOON);
            }
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", interrupted);
        }
    }

    /** {@return what else was told until now} */
    public List<T> rest() {
        List<T> rest = new ArrayList<>();
        events.drainTo(rest);
        return rest;
    }
}

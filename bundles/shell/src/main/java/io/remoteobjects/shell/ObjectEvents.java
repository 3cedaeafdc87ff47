package io.remoteobjects.shell;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.DynamicReplica.Member;
import io.remoteobjects.DynamicReplica.Schema;
import io.remoteobjects.Replica;
import io.remoteobjects.Subscription;

/**
 * What happens to an object, in order, for somebody to read who may be slower. A bounded number of events waits; how many were left out
 * is told.
 */
final class ObjectEvents implements AutoCloseable {

    private static final int WAITING = 10_000;

    private final DynamicReplica replica;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(WAITING);
    private final AtomicLong leftOut = new AtomicLong();
    private final Subscription states;

    // guarded by this
    private final List<Subscription> members = new ArrayList<>();
    private Schema subscribed;
    private boolean closed;

    /** Something that happened; what is only the state of affairs does not count. */
    private record Event(Instant time, String text, boolean counts) {
    }

    ObjectEvents(DynamicReplica replica) {
        this.replica = replica;
        subscribe();
        states = replica.onStateChange(state -> {
            happened("state is " + state.qtName(), false);
            if (state == Replica.State.VALID) {
                subscribe();
            }
        });
    }

    /** The members of an object that returns with others are not those of before, whose subscriptions have ended. */
    private synchronized void subscribe() {
        Schema schema = replica.schema();
        if (closed || schema.equals(subscribed)) {
            return;
        }
        subscribed = schema;
        members.forEach(Subscription::close);
        members.clear();
        for (Member each : schema.properties()) {
            AtomicBoolean first = new AtomicBoolean(true);
            members.add(replica.observe(each.name(),
                    value -> happened(each.name() + " = " + ValueText.of(value), !first.getAndSet(false))));
        }
        for (Member each : Members.signals(replica)) {
            members.add(replica.connect(each.signature(), arguments -> happened(
                    each.name() + arguments.stream().map(ValueText::of).collect(Collectors.joining(", ", "(", ")")), true)));
        }
    }

    private void happened(String text, boolean counts) {
        if (!events.offer(new Event(Instant.now(), text, counts))) {
            leftOut.incrementAndGet();
        }
    }

    /**
     * Prints what happens until enough has, or the thread is interrupted.
     *
     * @param out where to
     * @param count how many changes and signals are enough
     * @param atMost how long to go on
     */
    void print(PrintStream out, int count, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        int left = count;
        try {
            while (left > 0) {
                Event next = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return;
                }
                out.println(Times.time(next.time) + "  " + next.text);
                out.flush();
                left -= next.counts ? 1 : 0;
                long missed = leftOut.getAndSet(0);
                if (missed > 0) {
                    out.println("... " + missed + " events left out: they come faster than they can be printed ...");
                }
            }
        } catch (InterruptedException enough) {
            out.println();
        }
    }

    @Override
    public void close() {
        states.close();
        synchronized (this) {
            closed = true;
            members.forEach(Subscription::close);
        }
    }
}

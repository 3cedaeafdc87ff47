package io.remoteobjects.spi;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The order in which things happen to one object: all its properties and signals share one. A change takes the domain's lock, stores
 * the value, hands it to the taps, queues it for the listeners, and releases the lock; nothing else happens under it. Listeners are
 * then called one at a time, in that order, without the lock.
 *
 * <p>Each cell starts in a domain of its own; {@link #unite} joins those of one object when it is remoted.
 */
public final class OrderDomain {

    /** Deliveries queued for listeners before values are conflated and signals dropped. */
    private static final int QUEUE_LIMIT = 65_536;

    /** Deliveries beyond the limit before there is a look at all of them, which costs time. */
    private static final int QUEUE_SLACK = QUEUE_LIMIT / 8;

    /** Deliveries taken under one lock. */
    private static final int TAKE = 64;

    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Executor executor;
    private final ListenerFailures failures;
    private final Runnable drainer = this::drain;
    private volatile OrderDomain unitedInto;

    /** Owned by whoever drains. */
    private final ArrayDeque<Delivery> taken = new ArrayDeque<>(1);

    // guarded by lock
    private ArrayDeque<Delivery> queue = new ArrayDeque<>();
    private int roomMadeAbove = QUEUE_LIMIT + QUEUE_SLACK;
    private int dropped;
    private boolean draining;
    private int held;

    /**
     * @param executor runs the listeners; {@code Runnable::run} lets the thread that makes a change do it
     * @param failures told of exceptions that listeners throw
     */
    public OrderDomain(Executor executor, ListenerFailures failures) {
        this.executor = executor;
        this.failures = failures;
    }

    /** {@return a domain whose listeners run on the thread that makes a change, as at a Source} */
    public static OrderDomain ofSource() {
        return new OrderDomain(Runnable::run, ListenerFailures.LOGGED);
    }

    /**
     * Makes two domains one. What is already queued keeps its order within each of the two, also if one is at its listeners just now.
     *
     * @param first one domain
     * @param second another, or the same
     * @return the domain that both now are
     */
    public static OrderDomain unite(OrderDomain first, OrderDomain second) {
        while (true) {
            OrderDomain a = first.root();
            OrderDomain b = second.root();
            if (a == b) {
                return a;
            }
            OrderDomain low = a.id < b.id ? a : b;
            OrderDomain high = low == a ? b : a;
            low.lock.lock();
            try {
                high.lock.lock();
                try {
                    if (low.unitedInto == null && high.unitedInto == null) {
                        low.queue.addAll(high.queue);
                        high.queue.clear();
                        low.held += high.held + (high.draining ? 1 : 0);
                        high.unitedInto = low;
                        return low;
                    }
                } finally {
                    high.lock.unlock();
                }
            } finally {
                low.unlock();
            }
        }
    }

    private OrderDomain root() {
        OrderDomain domain = this;
        for (OrderDomain next = domain.unitedInto; next != null; next = domain.unitedInto) {
            domain = next;
        }
        return domain;
    }

    /**
     * Locks the domain that this one is part of. The caller may read and store values and append to queues, no more.
     *
     * @return the locked domain, to be given to {@link #unlock()} of it
     */
    public OrderDomain lock() {
        while (true) {
            OrderDomain domain = root();
            domain.lock.lock();
            if (domain.unitedInto == null) {
                return domain;
            }
            domain.lock.unlock();
        }
    }

    /** Unlocks what {@link #lock} locked, and calls listeners if something was queued and nobody else is at it. */
    public void unlock() {
        unlock(Cell.NO_TAPS);
    }

    /** The same, but wakes taps before listeners are called, who may take their time. */
    void unlock(Tap[] toWake) {
        boolean drain = !draining && held == 0 && !queue.isEmpty() && lock.getHoldCount() == 1;
        if (drain) {
            draining = true;
            takeSome();
        }
        int lost = dropped;
        dropped = 0;
        lock.unlock();
        try {
            Cell.wake(toWake);
            if (lost > 0) {
                failures.dropped(lost);
            }
        } finally {
            if (drain) {
                startDrain();
            }
        }
    }

    private void startDrain() {
        boolean started = false;
        try {
            executor.execute(drainer);
            started = true;
        } catch (RejectedExecutionException over) {
            // The threads that called listeners are gone, with all that they could be told of.
            return;
        } finally {
            if (!started) {
                giveBack();
            }
        }
    }

    /** Undoes the beginning of a drain, so that whoever unlocks next can try again. */
    private void giveBack() {
        OrderDomain root = lock();
        while (!taken.isEmpty()) {
            root.queue.addFirst(taken.pollLast());
        }
        draining = false;
        if (root != this) {
            root.held--;
        }
        root.lock.unlock();
    }

    /** Calls no listeners until {@link #resume}, so that all they are told of then is in place. What happens is queued. */
    public void hold() {
        OrderDomain locked = lock();
        locked.held++;
        locked.unlock();
    }

    /** Ends a {@link #hold}. */
    public void resume() {
        OrderDomain locked = lock();
        locked.held--;
        locked.unlock();
    }

    /** Queues a value for listeners. Under the lock only. */
    void deliver(Cell cell, Object value, Listener[] listeners, boolean conflatable) {
        if (listeners.length > 0) {
            queue.add(new Delivery(cell, value, listeners, conflatable));
            if (queue.size() > roomMadeAbove) {
                makeRoom();
            }
        }
    }

    /**
     * Runs something in order with the listeners: after those of all that happened before, before those of all that happens later.
     *
     * @param task what to run, without the lock
     */
    public void submit(Runnable task) {
        OrderDomain locked = lock();
        try {
            locked.queue.add(new Delivery(null, task, Listener.NONE, false));
        } finally {
            locked.unlock();
        }
    }

    /** Leaves of each value the latest between signals and tasks; if that is not enough, drops the oldest signals. */
    private void makeRoom() {
        conflate();
        if (queue.size() > QUEUE_LIMIT) {
            int before = dropped;
            for (var each = queue.iterator(); each.hasNext() && dropped - before < QUEUE_SLACK;) {
                if (each.next().isSignal()) {
                    each.remove();
                    dropped++;
                }
            }
            conflate();
        }
        roomMadeAbove = Math.max(queue.size(), QUEUE_LIMIT) + QUEUE_SLACK;
    }

    private void conflate() {
        ArrayDeque<Delivery> kept = new ArrayDeque<>();
        Set<Cell> later = Collections.newSetFromMap(new IdentityHashMap<>());
        for (var each = queue.descendingIterator(); each.hasNext();) {
            Delivery next = each.next();
            if (next.cell == null || next.isSignal()) {
                later.clear();
            }
            if (!next.conflatable || later.add(next.cell)) {
                kept.addFirst(next);
            }
        }
        queue = kept;
    }

    /** Under the lock, by whoever drains: takes the next deliveries out of the queue. */
    private void takeSome() {
        for (int i = 0; i < TAKE && held == 0 && !queue.isEmpty(); i++) {
            taken.add(queue.poll());
        }
    }

    private void drain() {
        boolean more = true;
        boolean united = false;
        while (more) {
            for (Delivery next = taken.poll(); next != null; next = taken.poll()) {
                deliver(next);
            }
            lock.lock();
            try {
                takeSome();
                more = !taken.isEmpty();
                draining = more;
                united = unitedInto != null;
            } finally {
                lock.unlock();
            }
        }
        if (united) {
            // What was queued behind these has waited there.
            resume();
        }
    }

    /** Whatever listeners throw, the others are called and the queue goes on. */
    private void deliver(Delivery delivery) {
        if (delivery.cell == null) {
            try {
                ((Runnable) delivery.value).run();
            } catch (Throwable thrown) {
                failures.failed(null, thrown);
            }
        }
        for (Listener listener : delivery.listeners) {
            if (listener.isOpen()) {
                try {
                    listener.accept(delivery.value);
                } catch (Throwable thrown) {
                    failures.failed(delivery.cell, thrown);
                }
            }
        }
    }

    /** A value on its way to listeners; or, without a cell, a task. */
    private record Delivery(Cell cell, Object value, Listener[] listeners, boolean conflatable) {

        boolean isSignal() {
            return cell != null && cell.droppable();
        }
    }
}

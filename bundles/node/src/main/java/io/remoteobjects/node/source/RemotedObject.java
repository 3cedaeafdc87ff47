package io.remoteobjects.node.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import io.netty.channel.EventLoop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.Subscription;
import io.remoteobjects.node.contract.Contract;
import io.remoteobjects.node.contract.Modifier;
import io.remoteobjects.node.contract.Parameter;
import io.remoteobjects.node.contract.PropertyMember;
import io.remoteobjects.node.contract.SignalMember;
import io.remoteobjects.node.contract.SlotMember;
import io.remoteobjects.node.transport.LoopThread;
import io.remoteobjects.spi.Cell;
import io.remoteobjects.spi.OrderDomain;
import io.remoteobjects.spi.SourceCell;
import io.remoteobjects.spi.Tap;
import io.remoteobjects.spi.ValueCell;
import io.remoteobjects.wire.type.QtType;

/**
 * A Source that is shared under a name. Whatever happens to it is entered in its journal under the lock of its order domain, and taken
 * from there by the object's event loop, which encodes it once for all subscribers of a form and hands it to their links.
 */
public final class RemotedObject {

    private static final Logger LOG = LoggerFactory.getLogger(RemotedObject.class);

    /** How many slots of a plain service may run, and how many futures be waited for, at the same time. */
    private static final int CONCURRENT_SLOTS = 64;

    /** Journal entries that are sent before the loop turns to its sockets again. */
    private static final int ENTRIES_A_TURN = 1_024;

    private static final long SHORTEST_WAIT_NANOS = 100_000;
    private static final long LONGEST_WAIT_NANOS = 1_000_000_000;

    private final String name;
    private final Contract contract;
    private final List<ValueCell<?>> properties;
    private final List<SlotTarget> slots;
    private final Subscription changes;
    private final List<List<QtType<Object>>> parameterTypes;
    private final OrderDomain domain;
    private final EventLoop loop;
    private final Turns turns;
    private final Turns futures;
    private final int maxFrameBytes;
    private final List<Attachment> attachments = new ArrayList<>();

    private volatile int subscribers;

    // guarded by the domain's lock
    private Journal journal;
    private boolean drainScheduled;

    /** Set when the first of those who made changes must call the loop; the others need not. */
    private final AtomicBoolean wakeUp = new AtomicBoolean();

    /** Whether the journal holds more than should wait; reset when the loop takes it. */
    private volatile boolean full;

    // owned by the loop
    private Journal spare;
    private Journal draining;
    private final Journal.Reader journalReader = new JournalReader();
    private boolean retired;
    private final Map<Form, Audience> audiences = new HashMap<>();
    private final Replies replies;

    /**
     * @param name the object name
     * @param contract its members
     * @param members the cells and slots behind them
     * @param loop the event loop that encodes
     * @param executor runs slots
     * @param maxFrameBytes the longest frame that a node like this one takes
     */
    RemotedObject(String name, Contract contract, SourceMembers members, EventLoop loop, Executor executor, int maxFrameBytes) {
        this.name = name;
        this.contract = contract;
        this.properties = members.properties();
        this.slots = members.slots();
        this.changes = members.changes();
        this.parameterTypes = contract.slots().stream().map(each -> Parameter.types(each.parameters())).toList();
        this.loop = loop;
        this.turns = new Turns(executor, members.concurrentSlots() ? CONCURRENT_SLOTS : 1);
        this.futures = new Turns(executor, CONCURRENT_SLOTS);
        this.maxFrameBytes = maxFrameBytes;
        this.journal = new Journal(properties.size());
        this.spare = new Journal(properties.size());
        this.replies = new Replies(this);
        OrderDomain united = OrderDomain.ofSource();
        for (Cell cell : members.cells()) {
            united = OrderDomain.unite(united, cell.domain());
        }
        this.domain = united;
        try {
            attach(members);
        } catch (RuntimeException unfit) {
            detach();
            throw unfit;
        }
    }

    private void attach(SourceMembers members) {
        for (PropertyMember property : contract.properties()) {
            ValueCell<?> cell = properties.get(property.index());
            if (cell instanceof SourceCell source) {
                source.check(property.check());
            }
            int index = property.index();
            if (property.modifier() == Modifier.CONSTANT) {
                continue;
            }
            attach(cell, new JournalTap() {
                @Override
                boolean enter(Object value) {
                    return journal.change(index, value);
                }
            });
        }
        for (SignalMember signal : contract.signals()) {
            Cell cell = members.signals().get(signal.index());
            if (cell != null) {
                ((SourceCell) cell).check(signal.check());
                int index = signal.index();
                attach(cell, new JournalTap() {
                    @Override
                    boolean enter(Object arguments) {
                        return journal.signal(index, arguments);
                    }
                });
            }
        }
    }

    private void attach(Cell cell, Tap tap) {
        cell.attach(tap);
        attachments.add(new Attachment(cell, tap));
    }

    /** No longer follows the application's object, some code of which may run here. */
    void detach() {
        changes.close();
        attachments.forEach(each -> each.cell.detach(each.tap));
    }

    /** {@return the name under which replicas find it} */
    public String name() {
        return name;
    }

    /** {@return its members} */
    public Contract contract() {
        return contract;
    }

    /**
     * @param property an index
     * @return the current value
     */
    public Object value(int property) {
        return properties.get(property).get();
    }

    /** {@return the cell of a property, to listen to} */
    public ValueCell<?> property(int index) {
        return properties.get(index);
    }

    List<QtType<Object>> parameterTypes(int slot) {
        return parameterTypes.get(slot);
    }

    SlotTarget slot(int index) {
        return slots.get(index);
    }

    /** Runs a slot: in its turn, or at once if those of this object may run at the same time. On an event loop. */
    void run(boolean nonBlocking, Runnable task) {
        if (nonBlocking) {
            turns.takeHere(task);
        } else {
            turns.take(task);
        }
    }

    /** Runs what waits a while for a future that a slot returned. */
    void await(Runnable task) {
        futures.take(task);
    }

    /** Starts to send to a session, with a snapshot taken at this very point of the sequence. Any thread. */
    void subscribe(HostSession session, boolean dynamic) {
        enter(() -> {
            Object[] snapshot = properties.stream().map(ValueCell::get).toArray();
            journal.step(() -> admit(session, dynamic, snapshot));
        });
    }

    private void admit(HostSession session, boolean dynamic, Object[] snapshot) {
        session.subscribed();
        if (retired) {
            return;
        }
        deliver();
        Audience audience = audiences.computeIfAbsent(new Form(session.generation(), dynamic),
                form -> new Audience(this, form));
        audiences.values().forEach(each -> each.remove(session));
        audience.admit(session, snapshot);
        count();
    }

    /** Stops to send to a session. Any thread. */
    void unsubscribe(HostSession session) {
        enter(() -> journal.step(() -> {
            deliver();
            audiences.values().forEach(each -> each.remove(session));
            count();
        }));
    }

    /** Answers a call, after everything that has happened so far. Any thread. */
    void reply(HostSession session, int serialId, SlotMember slot, Outcome outcome) {
        enter(() -> journal.step(() -> {
            deliverAudiences();
            replies.add(session, serialId, slot, outcome);
        }));
    }

    /** Tells all subscribers that the object is no longer shared. Any thread. {@return done when that is on its way to them} */
    CompletableFuture<Void> retire() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        enter(() -> journal.step(() -> {
            deliver();
            audiences.values().forEach(Audience::dismiss);
            audiences.clear();
            retired = true;
            count();
            done.complete(null);
        }));
        return done;
    }

    private void enter(Runnable entry) {
        OrderDomain locked = domain.lock();
        boolean schedule;
        try {
            entry.run();
            schedule = needsDrain();
        } finally {
            locked.unlock();
        }
        if (schedule) {
            scheduleDrain();
        }
    }

    /** Under the domain's lock. */
    private boolean needsDrain() {
        boolean needed = !drainScheduled;
        drainScheduled = true;
        return needed;
    }

    private void scheduleDrain() {
        try {
            loop.execute(this::drain);
        } catch (RejectedExecutionException over) {
            LOG.debug("The node is closed; what happens to {} no longer matters to it", name);
        }
    }

    /** Sends what has happened; of very much a part, and comes back for the rest. */
    private void drain() {
        if (draining == null) {
            take();
        }
        boolean behind = audiences.values().stream().anyMatch(Audience::isBehind);
        boolean done = false;
        try {
            done = !behind && draining.replay(ENTRIES_A_TURN, journalReader);
        } finally {
            deliver();
            if (done) {
                draining.clear();
                spare = draining;
                draining = null;
            } else {
                // Not execute: the loop must come to read and accept in between.
                loop.schedule(this::drain, behind ? SHORTEST_WAIT_NANOS : 1, TimeUnit.NANOSECONDS);
            }
        }
    }

    private void take() {
        OrderDomain locked = domain.lock();
        try {
            draining = journal;
            journal = spare;
            drainScheduled = false;
            full = false;
        } finally {
            locked.unlock();
        }
    }

    /** Holds a thread back that makes things happen faster than the loop sends them, which never waits for a peer. */
    private void waitWhileFull() {
        long start = System.nanoTime();
        while (full && !LoopThread.isCurrent() && !Thread.currentThread().isInterrupted()
                && System.nanoTime() - start < LONGEST_WAIT_NANOS) {
            LockSupport.parkNanos(SHORTEST_WAIT_NANOS);
        }
    }

    private void deliver() {
        replies.send();
        deliverAudiences();
    }

    private void deliverAudiences() {
        audiences.values().forEach(Audience::deliver);
    }

    EventLoop loop() {
        return loop;
    }

    int maxFrameBytes() {
        return maxFrameBytes;
    }

    /** {@return how many peers get its changes} */
    public int subscribers() {
        return subscribers;
    }

    private void count() {
        subscribers = audiences.values().stream().mapToInt(Audience::size).sum();
    }

    private record Attachment(Cell cell, Tap tap) {
    }

    /** Encodes what the journal holds. */
    private final class JournalReader implements Journal.Reader {

        @Override
        public void changed(int property, Object value) {
            replies.send();
            audiences.values().forEach(audience -> audience.change(property, value));
        }

        @Override
        public void emitted(int signal, Object arguments) {
            replies.send();
            audiences.values().forEach(audience -> audience.signal(signal, arguments));
        }
    }

    /** Carries the changes of one cell into the journal. */
    private abstract class JournalTap implements Tap {

        /** {@return whether that was too much} */
        abstract boolean enter(Object value);

        @Override
        public final boolean append(Object value) {
            if (enter(value)) {
                full = true;
            }
            boolean needed = needsDrain();
            if (needed) {
                wakeUp.set(true);
            }
            return needed || full;
        }

        @Override
        public final void wake() {
            if (wakeUp.getAndSet(false)) {
                scheduleDrain();
            }
            if (full) {
                waitWhileFull();
            }
        }
    }
}

package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeListenerProxy;
import java.beans.PropertyChangeSupport;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.remoteobjects.Constant;
import io.remoteobjects.DynamicReplica;
import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.ReadWrite;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Replica;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Boiler;
import io.remoteobjects.node.harness.OldBoiler;

/** A JavaBean is a Source as it is, and its interface that of a Replica. */
@Timeout(180)
class BeanTest {

    private final OldBoiler source = new OldBoiler();
    private final BlockingQueue<PropertyChangeEvent> events = new LinkedBlockingQueue<>();
    private final PropertyChangeListener listener = events::add;
    private Node host;
    private Node node;
    private Remoting remoting;
    private Boiler replica;

    @BeforeEach
    void start() throws Exception {
        host = Node.create().listen("tcp://127.0.0.1:0").start();
        node = Node.create().connect(host.addresses().get(0)).start();
        remoting = host.enableRemoting("boiler", source, Boiler.class);
        replica = node.acquire(Boiler.class, "boiler");
        Replica.of(replica).whenValid().timeout(20_000).getValue();
    }

    @AfterEach
    void stop() {
        node.close();
        host.close();
    }

    private void assertEvent(String property, Object before, Object after) throws InterruptedException {
        PropertyChangeEvent event = events.poll(20, TimeUnit.SECONDS);
        assertEquals(property, event.getPropertyName());
        assertEquals(before, event.getOldValue());
        assertEquals(after, event.getNewValue());
        assertSame(replica, event.getSource());
    }

    @Test
    void gettersAnswerFromTheMirrorAndMethodsAreCalled() {
        assertEquals(20.0, replica.getTemperature());
        assertFalse(replica.isBurning());
        assertTrue(replica.hasWater());
        assertNull(replica.getLabel());
        assertEquals(List.of(), replica.getFaults());
        assertEquals(60, replica.getTarget());

        assertEquals(25, replica.raise(5));
        assertEquals(25.0, replica.getTemperature(), "what a slot changes arrives before its reply");
        remoting.close();
        Await.until("the loss", () -> !Replica.of(replica).isValid());
        assertEquals(25.0, replica.getTemperature());
    }

    @Test
    void listenersHearOfChangesInOrderWithOldAndNewValuesUntilTheyAreRemoved() throws Exception {
        BlockingQueue<PropertyChangeEvent> ofTarget = new LinkedBlockingQueue<>();
        PropertyChangeListener targetListener = ofTarget::add;
        replica.addPropertyChangeListener(listener);
        replica.addPropertyChangeListener(null);
        replica.addPropertyChangeListener("target", targetListener);

        source.heatTo(30);
        source.setTarget(70);
        source.label = "cellar";
        source.changes.firePropertyChange("label", null, "cellar");
        source.heatTo(31);
        assertEvent("temperature", 20.0, 30.0);
        assertEvent("target", 60, 70);
        assertEvent("label", null, "cellar");
        assertEvent("temperature", 30.0, 31.0);
        assertEquals(70, ofTarget.poll(20, TimeUnit.SECONDS).getNewValue());

        replica.removePropertyChangeListener("temperature", targetListener);
        replica.removePropertyChangeListener(listener);
        replica.removePropertyChangeListener(listener);
        source.heatTo(32);
        source.setTarget(71);
        assertEquals(71, ofTarget.poll(20, TimeUnit.SECONDS).getNewValue());
        assertEquals(List.of(), List.copyOf(events));
    }

    @Test
    void listenersAreThoseOfTheReplicaAndAreToldAsAnyBeanTellsThem() throws Exception {
        assertEquals(1, source.getPropertyChangeListeners().length, "the node listens to the Source");
        assertEquals(0, replica.getPropertyChangeListeners().length);
        assertFalse(replica.hasListeners("target"));

        PropertyChangeListener ofTarget = event -> { };
        replica.addPropertyChangeListener("target", ofTarget);
        assertTrue(replica.hasListeners("target"));
        assertFalse(replica.hasListeners("label"));
        assertFalse(replica.hasListeners(null));
        replica.addPropertyChangeListener(listener);
        assertTrue(replica.hasListeners("label"));
        assertArrayEquals(new Object[] {ofTarget}, replica.getPropertyChangeListeners("target"));
        assertArrayEquals(new Object[0], replica.getPropertyChangeListeners("label"));

        PropertyChangeListener[] all = replica.getPropertyChangeListeners();
        assertEquals(List.of("target", ofTarget), List.of(((PropertyChangeListenerProxy) all[0]).getPropertyName(),
                ((PropertyChangeListenerProxy) all[0]).getListener()));
        assertSame(listener, all[1]);
        for (PropertyChangeListener each : all) {
            replica.removePropertyChangeListener(each);
        }
        assertFalse(replica.hasListeners("target"));
        replica.addPropertyChangeListener("target", new PropertyChangeListenerProxy("label", listener));
        assertFalse(replica.hasListeners("label"));
        source.heatTo(30);
        source.setTarget(70);
        assertEvent("target", 60, 70);
    }

    @Test
    void listenerThatThrowsKeepsNobodyFromHearing() throws Exception {
        replica.addPropertyChangeListener(event -> {
            throw new IllegalStateException("thrown on purpose, to be logged");
        });
        replica.addPropertyChangeListener(listener);
        source.heatTo(30);
        assertEvent("temperature", 20.0, 30.0);
    }

    @Test
    void setterWaitsForTheSourceAndThrowsWhatItThrew() throws Exception {
        replica.setTarget(80);
        assertEquals(80, source.getTarget());
        assertEquals(80, replica.getTarget());
        assertEquals("no more than 90", assertThrows(Boiler.OutOfRange.class, () -> replica.setTarget(100)).getMessage());
        assertEquals("below zero", assertThrows(IllegalArgumentException.class, () -> replica.setTarget(-1)).getMessage());
        assertEquals(80, replica.getTarget());
    }

    @Test
    void setterThatTellsNobodyIsSeenAllTheSame() throws Exception {
        source.changes.addPropertyChangeListener(event -> { });
        for (PropertyChangeListener each : source.changes.getPropertyChangeListeners()) {
            source.changes.removePropertyChangeListener(each);
        }
        replica.setTarget(80);
        assertEquals(80, replica.getTarget());
    }

    @Test
    void eventsThatNameNoPropertyOfTheBeanMeanThatAnyMayHaveChanged() throws Exception {
        replica.addPropertyChangeListener(listener);
        source.temperature = 40.0;
        source.burning = true;
        source.changes.firePropertyChange(null, null, null);
        assertEvent("burning", false, true);
        assertEvent("temperature", 20.0, 40.0);

        source.water = false;
        source.changes.firePropertyChange("Water level", 1, 0);
        assertEvent("water", true, false);
    }

    @Test
    void eventsThatAreLateOrEqualChangeNothing() throws Exception {
        replica.addPropertyChangeListener(listener);
        source.temperature = 30.0;
        source.temperature = 31.0;
        source.changes.firePropertyChange("temperature", 30.0, 31.0);
        source.changes.firePropertyChange("temperature", 20.0, 30.0);
        source.setTarget(61);
        assertEvent("temperature", 20.0, 31.0);
        assertEvent("target", 60, 61);
    }

    @Test
    void replicaEndsWithTheLastValueThoughManyThreadsChangeIt() throws Exception {
        replica.addPropertyChangeListener(listener);
        Thread[] threads = IntStream.range(0, 4).mapToObj(number -> new Thread(() -> {
            for (int i = 0; i < 20_000; i++) {
                source.burning = (i + number) % 3 == 0;
                source.changes.firePropertyChange("burning", null, null);
            }
        })).toArray(Thread[]::new);
        for (Thread each : threads) {
            each.start();
        }
        for (Thread each : threads) {
            each.join();
        }
        source.setTarget(61);
        PropertyChangeEvent event;
        boolean burning = false;
        for (event = events.take(); event.getPropertyName().equals("burning"); event = events.take()) {
            assertEquals(burning, event.getOldValue());
            burning = (boolean) event.getNewValue();
        }
        assertEquals(source.burning, burning);
        assertEquals(source.burning, replica.isBurning());
    }

    /** Tells of its changes with its lock held, as many do. */
    private static final class LockedBoiler extends OldBoiler {

        @Override
        public synchronized void heatTo(double celsius) {
            super.heatTo(celsius);
        }

        @Override
        public synchronized double getTemperature() {
            return super.getTemperature();
        }

        @Override
        public synchronized int getTarget() {
            return super.getTarget();
        }

        @Override
        public synchronized void setTarget(int newTarget) throws OutOfRange {
            super.setTarget(newTarget);
        }
    }

    @Test
    void beanMayHoldItsLockWhenItTells() throws Exception {
        LockedBoiler locked = new LockedBoiler();
        host.enableRemoting("locked", locked, Boiler.class);
        Boiler other = node.acquire(Boiler.class, "locked");
        Replica.of(other).whenValid().timeout(20_000).getValue();
        Thread[] threads = IntStream.range(0, 3).mapToObj(number -> new Thread(() -> {
            for (int i = 0; i < 5_000; i++) {
                locked.heatTo(i);
                locked.changes.firePropertyChange(null, null, null);
            }
        })).toArray(Thread[]::new);
        for (Thread each : threads) {
            each.start();
        }
        for (int i = 0; i < 50; i++) {
            other.setTarget(i);
            assertEquals(i, other.getTarget());
        }
        for (Thread each : threads) {
            each.join();
        }
        Await.until("the last temperature", () -> other.getTemperature() == locked.getTemperature());
    }

    @Test
    void collectionsOfTheBeanMayBeChangedInPlace() throws Exception {
        replica.addPropertyChangeListener(listener);
        source.faults.add("soot");
        source.changes.firePropertyChange("faults", null, null);
        assertEvent("faults", List.of(), List.of("soot"));
        source.faults.add("leak");
        source.changes.firePropertyChange("faults", null, null);
        assertEvent("faults", List.of("soot"), List.of("soot", "leak"));
    }

    @Test
    void valueThatCannotBeCarriedLeavesTheOldOneAndDisturbsNobody() throws Exception {
        replica.addPropertyChangeListener(listener);
        source.temperature = null;
        source.changes.firePropertyChange("temperature", 20.0, null);
        source.setTarget(61);
        source.temperature = 22.0;
        source.changes.firePropertyChange("temperature", null, 22.0);
        assertEvent("target", 60, 61);
        assertEvent("temperature", 20.0, 22.0);
    }

    @Test
    void beanThatCannotBeReadIsRefusedAndNotListenedTo() {
        OldBoiler broken = new OldBoiler();
        broken.temperature = null;
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> host.enableRemoting("broken", broken, Boiler.class));
        assertTrue(refused.getMessage().contains("OldBoiler.getTemperature()"), refused.getMessage());
        assertEquals(0, broken.changes.getPropertyChangeListeners().length);
    }

    @Test
    void beanIsNotListenedToWhenItIsNoLongerShared() {
        assertEquals(1, source.changes.getPropertyChangeListeners().length);
        remoting.close();
        assertEquals(0, source.changes.getPropertyChangeListeners().length);
    }

    @Test
    void beanMayTakeItsTimeToForgetItsListener() {
        CompletableFuture<Remoting> meanwhile = new CompletableFuture<>();
        OldBoiler slow = new OldBoiler() {
            @Override
            public void removePropertyChangeListener(PropertyChangeListener toRemove) {
                super.removePropertyChangeListener(toRemove);
                meanwhile.completeAsync(() -> host.enableRemoting("other", new OldBoiler(), Boiler.class)).orTimeout(20, TimeUnit.SECONDS)
                        .handle((shared, late) -> null).join();
            }
        };
        host.enableRemoting("slow", slow, Boiler.class).close();
        assertEquals("other", meanwhile.join().name());
    }

    @RemoteObject
    interface Kettle {

        Property<Double> temperature();

        PushProperty<Integer> target();

        int raise(int by);
    }

    /** The same seen as a bean. */
    interface ObservedKettle {

        double getTemperature();

        int getTarget();

        void setTarget(int target);

        int raise(int by);

        void addPropertyChangeListener(PropertyChangeListener listener);

        void removePropertyChangeListener(PropertyChangeListener listener);
    }

    private static final class ModernKettle implements Kettle {

        private final MutableProperty<Double> temperature = Property.of(20.0);
        private final MutableProperty<Integer> target = Property.of(60);

        @Override
        public Property<Double> temperature() {
            return temperature;
        }

        @Override
        public PushProperty<Integer> target() {
            return target;
        }

        @Override
        public int raise(int by) {
            temperature.set(temperature.get() + by);
            return temperature.get().intValue();
        }
    }

    @Test
    void replicaMayBeABeanThoughItsSourceIsNone() throws Exception {
        host.enableRemoting("kettle", new ModernKettle());
        ObservedKettle kettle = node.acquire(ObservedKettle.class, "kettle");
        Replica.of(kettle).whenValid().timeout(20_000).getValue();
        kettle.addPropertyChangeListener(listener);
        assertEquals(21, kettle.raise(1));
        assertEquals(21.0, kettle.getTemperature());
        kettle.setTarget(70);
        assertEquals(70, kettle.getTarget());
        assertEquals("temperature", events.poll(20, TimeUnit.SECONDS).getPropertyName());
        assertEquals("target", events.poll(20, TimeUnit.SECONDS).getPropertyName());
    }

    @RemoteObject
    interface Lamp {

        @ReadWrite
        int getLevel();

        void setLevel(int level);

        @Constant
        String getSerialNumber();

        void addPropertyChangeListener(PropertyChangeListener listener);

        void removePropertyChangeListener(PropertyChangeListener listener);
    }

    private static final class TestLamp implements Lamp {

        private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
        private volatile int level;

        @Override
        public int getLevel() {
            return level;
        }

        @Override
        public void setLevel(int newLevel) {
            int before = level;
            level = newLevel;
            changes.firePropertyChange("level", before, newLevel);
        }

        @Override
        public String getSerialNumber() {
            return "L-1";
        }

        @Override
        public void addPropertyChangeListener(PropertyChangeListener added) {
            changes.addPropertyChangeListener(added);
        }

        @Override
        public void removePropertyChangeListener(PropertyChangeListener removed) {
            changes.removePropertyChangeListener(removed);
        }
    }

    @Test
    void annotationsHoldForBeans() throws Exception {
        TestLamp lamp = new TestLamp();
        host.enableRemoting("lamp", lamp);
        Lamp other = node.acquire(Lamp.class, "lamp");
        Replica.of(other).whenValid().timeout(20_000).getValue();
        assertEquals("L-1", other.getSerialNumber());
        other.setLevel(5);
        Await.until("the level", () -> other.getLevel() == 5);
        assertEquals(5, lamp.getLevel());
    }

    @Test
    void membersAreOrdinaryForThoseWithoutTheInterface() throws Exception {
        try (NamedReplica named = node.acquireDynamic("boiler", null)) {
            DynamicReplica any = named.replica();
            any.whenValid().timeout(20_000).getValue();
            assertEquals("""
                    class Boiler
                    {
                        PROP(bool burning READONLY)
                        PROP(QStringList faults READONLY)
                        PROP(QString label READONLY)
                        PROP(int target)
                        PROP(double temperature READONLY)
                        PROP(bool water READONLY)

                        SLOT(int raise(int by))
                    }
                    """, host.sources().stream().filter(each -> each.name().equals("boiler")).findFirst().orElseThrow().rep());
            BlockingQueue<Object> temperatures = new LinkedBlockingQueue<>();
            any.observe("temperature", temperatures::add);
            assertEquals(20.0, temperatures.poll(20, TimeUnit.SECONDS));
            source.heatTo(50);
            assertEquals(50.0, temperatures.poll(20, TimeUnit.SECONDS));
            any.push("target", 65).timeout(20_000).getValue();
            assertEquals(65, source.getTarget());
            assertEquals(51, any.call("raise", 1).timeout(20_000).getValue());
        }
    }
}

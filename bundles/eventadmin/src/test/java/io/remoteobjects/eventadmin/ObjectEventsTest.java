package io.remoteobjects.eventadmin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Signal;
import io.remoteobjects.node.NamedReplica;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.Remoting;

@Timeout(180)
class ObjectEventsTest {

    record Fix(double latitude, int satellites) {
    }

    record Lost(String reason, int satellites) implements Signal.Arguments {
    }

    @RemoteObject
    interface Gps {

        Property<Fix> fix();

        Property<String> label();

        Signal<Lost> lost();

        Signal<Void> found();
    }

    /** Changes when it is told to. */
    static final class TestGps implements Gps {

        final MutableProperty<Fix> fix = Property.of(new Fix(1, 2));
        final MutableProperty<String> label = Property.of(null);
        final Signal.Emitter<Lost> lost = Signal.emitter();
        final Signal.Emitter<Void> found = Signal.emitter();

        @Override
        public Property<Fix> fix() {
            return fix;
        }

        @Override
        public Property<String> label() {
            return label;
        }

        @Override
        public Signal<Lost> lost() {
            return lost;
        }

        @Override
        public Signal<Void> found() {
            return found;
        }
    }

    private static final String NAME = "a.b/gps 1";
    private static final String PREFIX = "io/remoteobjects/Gps/a_b_gps_1/";

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final TestGps gps = new TestGps();
    private Node host;
    private Node node;
    private NamedReplica replica;

    @BeforeEach
    void start() throws IOException {
        host = Node.create().listen("tcp://127.0.0.1:0").start();
        node = Node.create().connect(host.addresses().get(0)).reconnect(Duration.ofMillis(20), Duration.ofMillis(20)).start();
        replica = node.acquireDynamic(NAME, null);
    }

    @AfterEach
    void stop() {
        node.close();
        host.close();
    }

    private Event next(String topic) throws InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        assertNotNull(event, "no " + topic);
        assertEquals(PREFIX + topic, event.getTopic());
        assertEquals(NAME, event.getProperty("remoteobjects.name"));
        assertEquals("Gps", event.getProperty("remoteobjects.type"));
        assertTrue((long) event.getProperty(EventConstants.TIMESTAMP) > 0);
        return event;
    }

    @Test
    void eventsTellStatesValuesAndSignalsInOrder() throws Exception {
        try (ObjectEvents told = new ObjectEvents(replica.replica(), events::add);
                Remoting shared = host.enableRemoting(NAME, gps)) {
            assertEquals("Valid", next("state").getProperty("state"));
            Event first = next("property/fix");
            assertEquals("fix", first.getProperty("member"));
            assertEquals(Map.of("latitude", 1.0, "satellites", 2), first.getProperty("value"));
            assertFalse(first.containsProperty("value.old"));
            assertNull(next("property/label").getProperty("value"));

            gps.lost.emit(new Lost("antenna", 0));
            gps.fix.set(new Fix(1, 0));
            gps.label.set("roof");
            gps.found.emit(null);
            Event lost = next("signal/lost");
            assertEquals(List.of("antenna", 0), lost.getProperty("arguments"));
            assertEquals("lost", lost.getProperty("member"));
            Event second = next("property/fix");
            assertEquals(Map.of("latitude", 1.0, "satellites", 0), second.getProperty("value"));
            assertEquals(first.getProperty("value"), second.getProperty("value.old"));
            Event label = next("property/label");
            assertEquals("roof", label.getProperty("value"));
            assertTrue(label.containsProperty("value.old"));
            assertEquals(List.of(), next("signal/found").getProperty("arguments"));
        }
    }

    @Test
    void eventsGoOnAfterAnOutageAndEndWithTheBridge() throws Exception {
        ObjectEvents told = new ObjectEvents(replica.replica(), events::add);
        try (Remoting shared = host.enableRemoting(NAME, gps)) {
            assertEquals("Valid", next("state").getProperty("state"));
            next("property/fix");
            next("property/label");
        }
        assertEquals("Suspect", next("state").getProperty("state"));
        gps.fix.set(new Fix(5, 5));
        try (Remoting again = host.enableRemoting(NAME, gps)) {
            assertEquals("Valid", next("state").getProperty("state"));
            assertEquals(Map.of("latitude", 1.0, "satellites", 2), next("property/fix").getProperty("value.old"));
            told.close();
            gps.label.set("unheard");
            ObjectEvents later = new ObjectEvents(replica.replica(), events::add);
            assertEquals("Valid", next("state").getProperty("state"));
            next("property/fix");
            next("property/label");
            later.close();
        }
    }
}

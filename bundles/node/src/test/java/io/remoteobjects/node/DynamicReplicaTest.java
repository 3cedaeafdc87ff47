package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteObject;

/** Whoever has no interface has the values, signals and slots all the same: enums as numbers, PODs as maps. */
@Timeout(180)
class DynamicReplicaTest {

    enum Level {
        LOW, HIGH
    }

    record Reading(Level level, int value) {
    }

    @RemoteObject
    interface Gauge {

        PushProperty<Reading> reading();

        Property<List<Level>> levels();

        Reading raised(Reading reading, Level to);
    }

    private static final class Source implements Gauge {

        private final MutableProperty<Reading> reading = Property.of(new Reading(Level.LOW, 1));
        private final MutableProperty<List<Level>> levels = Property.of(List.of(Level.HIGH, Level.LOW));

        @Override
        public PushProperty<Reading> reading() {
            return reading;
        }

        @Override
        public Property<List<Level>> levels() {
            return levels;
        }

        @Override
        public Reading raised(Reading from, Level to) {
            return new Reading(to, from.value + 1);
        }
    }

    private final Source source = new Source();
    private Node node;

    @BeforeEach
    void start() throws Exception {
        node = Node.create().listen("tcp://127.0.0.1:0").listen("tcp://127.0.0.1:0?protocol=1.3").start();
        node.enableRemoting("gauge", source);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void dataThatHoldsEnumsIsReadPushedAndPassed(int listener) throws Exception {
        try (NamedReplica named = node.acquireDynamic("gauge", node.addresses().get(listener))) {
            DynamicReplica replica = named.replica();
            replica.whenValid().timeout(20_000).getValue();
            assertEquals(Map.of("level", 0, "value", 1), replica.get("reading"));
            assertEquals(List.of(1, 0), replica.get("levels"));

            BlockingQueue<Object> seen = new LinkedBlockingQueue<>();
            replica.observe("reading", seen::add);
            replica.push("reading", Map.of("level", 1, "value", 2)).timeout(20_000).getValue();
            assertEquals(new Reading(Level.HIGH, 2), source.reading.get());
            assertEquals(Map.of("level", 0, "value", 1), seen.poll(20, TimeUnit.SECONDS));
            assertEquals(Map.of("level", 1, "value", 2), seen.poll(20, TimeUnit.SECONDS));
            assertEquals(Map.of("level", 1, "value", 8),
                    replica.call("raised", Map.of("level", 0, "value", 7), 1).timeout(20_000).getValue());
        }
    }

    @Test
    void unknownMembersAndValuesThatDoNotFitAreRefusedByName() throws Exception {
        try (NamedReplica named = node.acquireDynamic("gauge", node.addresses().get(0))) {
            DynamicReplica replica = named.replica();
            replica.whenValid().timeout(20_000).getValue();
            assertEquals("gauge has no such property: depth. It has: levels, reading.",
                    assertThrows(IllegalArgumentException.class, () -> replica.get("depth")).getMessage());
            String message = assertThrows(IllegalArgumentException.class, () -> replica.push("reading", Map.of("value", 2))).getMessage();
            assertTrue(message.endsWith(" is no Reading: the field level is missing"), message);
        }
    }
}

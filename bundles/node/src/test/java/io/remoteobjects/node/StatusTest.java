package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Replica;
import io.remoteobjects.Signal;

/** What a node shows to people and tools. */
class StatusTest {

    private Node node;

    /** One member of each kind. */
    @RemoteObject
    public interface Thermostat {
        Property<Reading> reading();

        PushProperty<Integer> target();

        Signal<String> alarm();

        int calibrate(boolean fully);
    }

    /** A property of an enum. */
    @RemoteObject
    public interface Switch {
        PushProperty<Mode> mode();
    }

    /** The enum. */
    public enum Mode { OFF, ON }

    /** A POD. */
    public record Reading(double celsius, int sensor) {
    }

    private static final class Source implements Thermostat {
        private final Property<Reading> reading = Property.of(new Reading(20.5, 1));
        private final PushProperty<Integer> target = Property.of(21);
        private final Signal<String> alarm = Signal.emitter();

        @Override
        public Property<Reading> reading() {
            return reading;
        }

        @Override
        public PushProperty<Integer> target() {
            return target;
        }

        @Override
        public Signal<String> alarm() {
            return alarm;
        }

        @Override
        public int calibrate(boolean fully) {
            return 0;
        }
    }

    @BeforeEach
    void start() throws IOException {
        node = Node.create().listen("tcp://127.0.0.1:0").start();
        node.enableRemoting("hall", new Source());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void whereOtherMachinesReachItIsANetworkAddressThatSaysWhere() throws IOException {
        try (Node some = Node.create().listen("local:status-" + ProcessHandle.current().pid()).listen("tcp://0.0.0.0:0?insecure=true")
                .listen("tcp://127.0.0.1:0").start()) {
            assertEquals(Optional.of(some.addresses().get(2)), some.networkAddress());
        }
        try (Node announced = Node.create().listen("tcp://127.0.0.1:0").advertise("tcp://hall.example.org:65211").start()) {
            assertEquals(Optional.of("tcp://hall.example.org:65211"), announced.networkAddress());
        }
        try (Node hidden = Node.create().listen("tcp://0.0.0.0:0?insecure=true").start()) {
            assertEquals(Optional.empty(), hidden.networkAddress());
        }
    }

    @Test
    void aDynamicReplicaHasTheSameInterfaceTextAsItsSource() throws Exception {
        NamedReplica replica = node.acquireDynamic("hall", node.addresses().get(0));
        assertEquals("", replica.rep());

        replica.replica().whenValid().timeout(20_000).getValue();

        SourceStatus source = node.sources().stream().filter(each -> each.name().equals("hall")).findFirst().orElseThrow();
        assertEquals(source.rep(), replica.rep());
    }

    @Test
    void aPushSlotIsKnownByItsNameAndTypeWhateverScopeTheTypeHas() throws Exception {
        PushProperty<Mode> mode = Property.of(Mode.ON);
        node.enableRemoting("light", (Switch) () -> mode, Switch.class);
        NamedReplica replica = node.acquireDynamic("light", node.addresses().get(0));
        replica.replica().whenValid().timeout(20_000).getValue();

        assertTrue(replica.rep().contains("PROP(Mode mode)") && !replica.rep().contains("SLOT"), replica.rep());
    }

    @Test
    void aReplicaShowsWhereItComesFromAndSinceWhen() throws Exception {
        String url = node.addresses().get(0);
        NamedReplica replica = node.acquireDynamic("hall", url);
        replica.replica().whenValid().timeout(20_000).getValue();

        ReplicaStatus status = node.replicas().get(0);

        assertEquals(List.of("hall", "Thermostat", url, Replica.State.VALID), List.of(status.name(), status.type(), status.url(),
                status.state()));
        assertFalse(Duration.between(status.since(), java.time.Instant.now()).isNegative());
    }
}

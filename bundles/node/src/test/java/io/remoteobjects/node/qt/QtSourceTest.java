package io.remoteobjects.node.qt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.util.promise.Promise;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.LinkException;
import io.remoteobjects.Replica;
import io.remoteobjects.Replica.State;
import io.remoteobjects.itests.qt.QtPeers;
import io.remoteobjects.itests.qt.QtProcess;
import io.remoteobjects.node.NamedReplica;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.gps.Fix;
import io.remoteobjects.node.gps.FixLost;
import io.remoteobjects.node.gps.Gps;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.Seen;

/** Our replicas follow a Source in a real Qt process. */
class QtSourceTest {

    private static final String FIX = "{\"altitude\":34.5,\"latitude\":5,\"longitude\":-5,\"satellites\":7,\"time\":\"%s\"}"
            .formatted(Fix.number(5).time());

    private static QtPeers qt;

    @BeforeAll
    static void build() {
        qt = QtPeers.build();
        assumeTrue(qt.isAvailable(), qt.reason());
    }

    private static QtProcess source(String address) {
        return qt.source("--address", address, "--share", "Gps:gps");
    }

    private static Node node(String host) throws Exception {
        return Node.create().connect(host).start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "local"})
    void typedReplicaFollowsAndCalls(String transport) throws Exception {
        try (QtProcess source = source(LocalNames.of(transport)); Node node = node(source.listening().toString())) {
            Gps gps = node.acquire(Gps.class, "gps");
            Replica.of(gps).whenValid().timeout(20_000).getValue();
            Seen<Fix> fixes = new Seen<>();
            Seen<FixLost> lost = new Seen<>();
            gps.fix().onChange(fixes);
            gps.fixLost().connect(lost);

            source.send("set gps.fix " + FIX);
            fixes.await(Fix.number(5));
            assertEquals(Fix.number(5), gps.fix().get());
            source.send("emit gps.fixLost \"no antenna\" 3");
            lost.await(new FixLost("no antenna", 3));

            assertEquals(7, gps.satellites(true).timeout(20_000).getValue());
            Seen<Integer> rates = new Seen<>();
            gps.rate().onChange(rates);
            gps.rate().push(5);
            rates.await(5);
            assertEquals(List.of(Fix.number(5)), fixes.all(), "each change is told once");
            assertEquals(1, lost.count(), "each signal is told once");
            gps.reset();
            source.expect("called gps reset \\[\\]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "local"})
    void dynamicReplicaFollowsAndCallsByName(String transport) throws Exception {
        try (QtProcess source = source(LocalNames.of(transport));
                Node node = node(source.listening().toString());
                NamedReplica named = node.acquireDynamic("gps", null)) {
            DynamicReplica gps = named.replica();
            gps.whenValid().timeout(20_000).getValue();
            assertEquals("Gps", gps.type());
            Seen<Object> fixes = new Seen<>();
            Seen<List<Object>> lost = new Seen<>();
            gps.observe("fix", fixes);
            gps.connect("fixLost", lost);

            source.send("set gps.fix " + FIX);
            Await.until("the fix", fixes::last, Map.of("altitude", 34.5, "latitude", 5.0, "longitude", -5.0, "satellites", 7,
                    "time", Fix.number(5).time())::equals);
            source.send("emit gps.fixLost \"no antenna\" 3");
            lost.await(List.of("no antenna", 3));

            assertEquals(7, gps.call("satellites", true).timeout(20_000).getValue());
            gps.call("reset");
            source.expect("called gps reset \\[\\]");
            gps.push("rate", 5);
            Await.until("the pushed rate", () -> gps.get("rate"), Integer.valueOf(5)::equals);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "local"})
    void lossIsNoticedPendingCallsFailAndTheReturnBringsFreshValues(String transport) throws Exception {
        QtProcess source = source(LocalNames.of(transport));
        String address = source.listening().toString();
        try (Node node = node(address)) {
            Gps gps = node.acquire(Gps.class, "gps");
            Replica handle = Replica.of(gps);
            handle.whenValid().timeout(20_000).getValue();
            source.send("set gps.fix " + FIX);
            Await.until("the fix", () -> gps.fix().get().equals(Fix.number(5)));

            source.pause();
            Promise<Integer> pending = gps.satellites(true);
            // Comes back when the event loop has done what it was asked before, and so has sent the call.
            node.acquire(Gps.class, "gps");
            source.kill9();
            LinkException failure = assertInstanceOf(LinkException.class, pending.timeout(20_000).getFailure());
            assertEquals(LinkException.Delivery.UNCONFIRMED, failure.delivery());
            Await.until("Suspect", () -> handle.state() == State.SUSPECT);
            assertEquals(Fix.number(5), gps.fix().get(), "last known value");
            LinkException refused = assertInstanceOf(LinkException.class, gps.satellites(true).timeout(20_000).getFailure());
            assertEquals(LinkException.Delivery.NOT_SENT, refused.delivery());

            Seen<Fix> fixes = new Seen<>();
            Seen<Integer> rates = new Seen<>();
            gps.fix().onChange(fixes);
            gps.rate().onChange(rates);
            try (QtProcess again = source(address)) {
                again.listening();
                handle.whenValid().timeout(20_000).getValue();
                assertTrue(handle.isValid());
                fixes.awaitCount(1);
                assertEquals(0, gps.fix().get().satellites(), "the new process has no fix yet");
                again.send("set gps.rate 3");
                rates.await(3);
                assertEquals(List.of(3), rates.all(), "the rate was the same before, and is told only when it changes");
            }
        } finally {
            source.close();
        }
    }

    @Test
    void pausedSourceIsSuspectWithinTwoHeartbeats() throws Exception {
        Duration heartbeat = Duration.ofMillis(500);
        try (QtProcess source = source("tcp://127.0.0.1:0");
                Node node = Node.create().connect(source.listening().toString()).heartbeat(heartbeat).start()) {
            Replica gps = Replica.of(node.acquire(Gps.class, "gps"));
            gps.whenValid().timeout(20_000).getValue();
            source.pause();
            Await.within(heartbeat.multipliedBy(2).plusMillis(100), "Suspect", gps::state, State.SUSPECT::equals);
            source.resume();
            gps.whenValid().timeout(20_000).getValue();
        }
    }

    @Test
    void objectThatIsWithdrawnAndSharedAgainComesBack() throws Exception {
        try (QtProcess source = source("tcp://127.0.0.1:0"); Node node = node(source.listening().toString())) {
            Replica gps = Replica.of(node.acquire(Gps.class, "gps"));
            gps.whenValid().timeout(20_000).getValue();
            source.send("disable gps");
            Await.until("Suspect", () -> gps.state() == State.SUSPECT);
            source.send("enable gps");
            gps.whenValid().timeout(20_000).getValue();
        }
    }
}

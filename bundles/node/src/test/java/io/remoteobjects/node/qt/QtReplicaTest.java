package io.remoteobjects.node.qt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.remoteobjects.itests.qt.QtPeers;
import io.remoteobjects.itests.qt.QtProcess;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.Remoting;
import io.remoteobjects.node.gps.DemoGps;
import io.remoteobjects.node.gps.Fix;
import io.remoteobjects.node.gps.FixLost;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.Boiler;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.OldBoiler;

/** A real Qt process follows a Source of ours. */
class QtReplicaTest {

    private static QtPeers qt;

    private final DemoGps gps = new DemoGps();

    @BeforeAll
    static void build() {
        qt = QtPeers.build();
        assumeTrue(qt.isAvailable(), qt.reason());
    }

    private Node host(String url) throws IOException {
        Node node = Node.create().listen(url).start();
        node.enableRemoting("gps", gps);
        return node;
    }

    private static QtProcess replica(Node node, String how) {
        return qt.replica("--connect", node.addresses().get(0), how.equals("typed") ? "--acquire" : "--dynamic",
                how.equals("typed") ? "Gps:gps" : "gps");
    }

    @ParameterizedTest
    @CsvSource({"tcp, typed", "tcp, dynamic", "local, typed", "local, dynamic"})
    void followsValuesAndSignalsAndCalls(String transport, String how) throws Exception {
        gps.rate().set(3);
        try (Node node = host(LocalNames.of(transport)); QtProcess replica = replica(node, how)) {
            replica.expect("prop gps rate 3");
            replica.expect("state gps Valid \\w+");

            gps.fix().set(Fix.number(5));
            replica.expect("signal gps fixChanged \\[" + json(Fix.number(5)) + "\\]");
            replica.send("get gps.fix");
            replica.expect(".*gps fix " + json(Fix.number(5)));

            gps.fixLost().emit(new FixLost("no \u00e4ntenna", 3));
            replica.expect("signal gps fixLost \\[\"no \u00e4ntenna\",3\\]");

            replica.send("call gps.satellites true");
            replica.expect("reply 1 gps.satellites error=0 7");
            replica.send("call gps.reset");
            assertTrue(gps.awaitReset(), "reset was not called");

            replica.send("push gps.rate 5");
            replica.expect("signal gps rateChanged \\[5\\]");
            Await.until("the pushed rate", () -> gps.rate().get() == 5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"typed", "dynamic"})
    void getsTheCurrentStateWhenItJoinsLate(String how) throws Exception {
        try (Node node = host("tcp://127.0.0.1:0"); QtProcess first = replica(node, how)) {
            first.expect("state gps Valid \\w+");
            gps.fix().set(Fix.number(1));
            gps.fix().set(Fix.number(2));
            gps.rate().set(9);
            try (QtProcess late = replica(node, how)) {
                late.expect("prop gps fix " + json(Fix.number(2)));
                late.expect("prop gps rate 9");
                late.expect("state gps Valid \\w+");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"typed", "dynamic"})
    void survivesTheRestartOfOurHost(String how) throws Exception {
        String url;
        QtProcess replica;
        try (Node node = host("tcp://127.0.0.1:0")) {
            url = node.addresses().get(0);
            replica = replica(node, how);
            replica.expect("state gps Valid \\w+");
        }
        try (replica) {
            replica.expect("state gps Suspect Valid");
            gps.fix().set(Fix.number(8));
            try (Node again = host(url)) {
                replica.expect("state gps Valid Suspect");
                replica.expect("signal gps fixChanged \\[" + json(Fix.number(8)) + "\\]");
                gps.fix().set(Fix.number(9));
                replica.expect("signal gps fixChanged \\[" + json(Fix.number(9)) + "\\]");
            }
        }
    }

    @Test
    void isToldThatAnObjectIsWithdrawnAndSharedAgain() throws Exception {
        try (Node node = Node.create().listen("tcp://127.0.0.1:0").start();
                QtProcess replica = replica(node, "typed")) {
            try (var shared = node.enableRemoting("gps", gps)) {
                replica.expect("state gps Valid Default");
            }
            replica.expect("state gps Suspect Valid");
            gps.rate().set(4);
            node.enableRemoting("gps", gps);
            replica.expect("state gps Valid Suspect");
            replica.expect("signal gps rateChanged \\[4\\]");
        }
    }

    @Test
    void followsAJavaBean() throws Exception {
        OldBoiler boiler = new OldBoiler();
        boiler.label = "cellar";
        try (Node node = Node.create().listen("tcp://127.0.0.1:0").start();
                Remoting shared = node.enableRemoting("boiler", boiler, Boiler.class);
                QtProcess replica = qt.replica("--connect", node.addresses().get(0), "--dynamic", shared.name())) {
            replica.expect("prop boiler label \"cellar\"");
            replica.expect("prop boiler target 60");
            replica.expect("state boiler Valid \\w+");
            boiler.heatTo(30.5);
            replica.expect("signal boiler temperatureChanged \\[30.5\\]");

            replica.send("push boiler.target 70");
            replica.expect("signal boiler targetChanged \\[70\\]");
            assertEquals(70, boiler.getTarget());
            replica.send("call boiler.raise 2");
            replica.expect("signal boiler temperatureChanged \\[32.5\\]");
            replica.expect("reply 1 boiler.raise error=0 32");
        }
    }

    /** As the Qt peers print a fix; as a regular expression. */
    static String json(Fix fix) {
        String format = "{\"altitude\":%s,\"latitude\":%s,\"longitude\":%s,\"satellites\":%d,\"time\":\"%s\"}";
        return Pattern.quote(format.formatted(number(fix.altitude()), number(fix.latitude()), number(fix.longitude()), fix.satellites(),
                fix.time()));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}

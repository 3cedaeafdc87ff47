package io.remoteobjects.itests.qt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Qt against Qt: whatever a test with these peers finds later is not the peers' own doing. */
class QtPeersTest {

    private static final String FIX = "{\"altitude\":34.5,\"latitude\":52.5,\"longitude\":13.25,\"satellites\":7,"
            + "\"time\":\"2024-05-06T07:08:09.123Z\"}";

    private final QtPeers qt = QtPeers.build();

    @BeforeEach
    void needsQt() {
        assumeTrue(qt.isAvailable(), qt.reason());
    }

    @ParameterizedTest
    @CsvSource({"--acquire, Gps:gps", "--dynamic, gps"})
    void replicaFollowsTheSourceAndCallsIt(String how, String what) {
        try (QtProcess source = qt.source("--share", "Gps:gps");
                QtProcess replica = qt.replica("--connect", source.listening().toString(), how, what)) {
            replica.expect("state gps Valid \\w+");

            source.send("set gps.fix " + FIX);
            replica.expect("signal gps fixChanged \\[" + quoted(FIX) + "\\]");
            source.send("emit gps.fixLost \"no antenna\" 3");
            replica.expect("signal gps fixLost \\[\"no antenna\",3\\]");

            replica.send("push gps.rate 5");
            replica.expect("signal gps rateChanged \\[5\\]");
            replica.send("call gps.satellites true");
            replica.expect("reply 1 gps.satellites error=0 7");
            replica.send("call gps.reset");
            source.expect("called gps reset \\[\\]");
        }
    }

    @Test
    void replicaTurnsSuspectWhenTheSourceIsKilledAndValidWhenItReturns() {
        try (QtProcess source = qt.source("--share", "Gps:gps")) {
            URI address = source.listening();
            try (QtProcess replica = qt.replica("--connect", address.toString(), "--acquire", "Gps:gps")) {
                replica.expect("state gps Valid Default");
                source.kill9();
                replica.expect("state gps Suspect Valid");
                try (QtProcess again = qt.source("--address", address.toString(), "--share", "Gps:gps")) {
                    again.listening();
                    replica.expect("state gps Valid Suspect");
                }
            }
        }
    }

    @Test
    void pausedSourceIsNoticedByTheHeartbeat() {
        try (QtProcess source = qt.source("--share", "Gps:gps");
                QtProcess replica = qt.replica("--connect", source.listening().toString(), "--heartbeat", "200", "--acquire", "Gps:gps")) {
            replica.expect("state gps Valid Default");
            source.pause();
            replica.expect("state gps Suspect Valid");
            source.resume();
            replica.expect("state gps Valid Suspect");
        }
    }

    @Test
    void registryTellsReplicasWhereTheSourceIs() {
        try (QtProcess registry = qt.registry()) {
            String address = registry.listening().toString();
            try (QtProcess source = qt.source("--registry", address, "--share", "Gps:gps");
                    QtProcess replica = qt.replica("--registry", address, "--acquire", "Gps:gps")) {
                registry.expect("added gps Gps " + quoted(source.listening().toString()));
                replica.expect("state gps Valid Default");
            }
        }
    }

    @Test
    void closedProcessIsGone() {
        QtProcess source = qt.source("--share", "Gps:gps");
        source.listening();
        source.close();
        assertFalse(ProcessHandle.of(source.pid()).map(ProcessHandle::isAlive).orElse(false), "still alive");
    }

    private static String quoted(String text) {
        return Pattern.quote(text);
    }
}

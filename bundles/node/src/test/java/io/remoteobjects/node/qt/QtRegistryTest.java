package io.remoteobjects.node.qt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.remoteobjects.Replica;
import io.remoteobjects.itests.qt.QtPeers;
import io.remoteobjects.itests.qt.QtProcess;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.gps.DemoGps;
import io.remoteobjects.node.gps.Fix;
import io.remoteobjects.node.gps.Gps;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.Ports;

/** Qt's registry serves our nodes, and ours serves Qt. */
class QtRegistryTest {

    private static QtPeers qt;

    @BeforeAll
    static void build() {
        qt = QtPeers.build();
        assumeTrue(qt.isAvailable(), qt.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "local"})
    void registryOfQtTellsOurNodesAndQtOfEachOther(String transport) throws Exception {
        try (QtProcess registry = qt.registry("--address", LocalNames.of(transport))) {
            String url = registry.listening().toString();
            DemoGps gps = new DemoGps();
            gps.fix().set(Fix.number(5));
            try (Node host = Node.create().listen(LocalNames.of(transport)).registry(url).start();
                    Node node = Node.create().registry(url).start()) {
                Gps replica = node.acquire(Gps.class, "gps");
                host.enableRemoting("gps", gps);
                registry.expect("added gps Gps " + Pattern.quote(host.addresses().get(0)));
                Replica.of(replica).whenValid().timeout(20_000).getValue();
                Await.until("the value", () -> replica.fix().get().equals(Fix.number(5)));

                try (QtProcess other = qt.replica("--registry", url, "--acquire", "Gps:gps")) {
                    other.expect("prop gps fix " + QtReplicaTest.json(Fix.number(5)));
                }
                try (QtProcess other = qt.source("--address", LocalNames.of(transport), "--registry", url, "--share", "Gps:second")) {
                    Replica.of(node.acquire(Gps.class, "second")).whenValid().timeout(20_000).getValue();
                }
            }
            registry.expect("removed gps Gps .*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "local"})
    void ourRegistryTellsQtProcessesOfEachOtherAndOfUs(String transport) throws Exception {
        String url = transport.equals("tcp") ? "tcp://127.0.0.1:" + Ports.free() : LocalNames.url();
        DemoGps gps = new DemoGps();
        gps.fix().set(Fix.number(6));
        try (Node host = Node.create().listen(LocalNames.of(transport)).registry(url).hostRegistry().start();
                QtProcess source = qt.source("--address", LocalNames.of(transport), "--registry", url, "--share", "Gps:second");
                QtProcess replica = qt.replica("--registry", url, "--acquire", "Gps:second")) {
            source.listening();
            replica.expect("state second Valid Default");
            Replica.of(host.acquire(Gps.class, "second")).whenValid().timeout(20_000).getValue();

            host.enableRemoting("gps", gps);
            try (QtProcess other = qt.replica("--registry", url, "--dynamic", "gps")) {
                other.expect("prop gps fix " + QtReplicaTest.json(Fix.number(6)));
            }
            source.kill9();
            Await.until("the entry to go", () -> host.locations().stream().noneMatch(each -> each.name().equals("second")));
            replica.expect("state second Suspect Valid");
            try (QtProcess again = qt.source("--address", LocalNames.of(transport), "--registry", url, "--share", "Gps:second")) {
                again.listening();
                replica.expect("state second Valid Suspect");
            }
        }
    }
}

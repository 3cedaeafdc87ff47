package io.remoteobjects.mdns;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;

import org.junit.jupiter.api.Test;

/** One network, with its thread in the test's hands. */
class NetworkTest {

    private static final String OTHER = UUID.randomUUID().toString();

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<String> kept = new ArrayList<>();

    @Test
    void whatIsFoundAtTheEndIsNotKept() throws Exception {
        Network network = new Network(InetAddress.getLoopbackAddress(), UUID.randomUUID().toString(), tasks::add, (framework, url) -> {
            kept.add(framework);
            return () -> kept.remove(framework);
        });
        try {
            network.serviceResolved(new Found());
            assertFalse(tasks.isEmpty());
        } finally {
            network.close();
        }
        tasks.forEach(Runnable::run);

        assertEquals(List.of(), kept);
    }

    @Test
    void nothingIsAskedAfterTheEnd() throws Exception {
        Network network = new Network(InetAddress.getLoopbackAddress(), OTHER, tasks::add, (framework, url) -> () -> { });
        network.close();

        assertDoesNotThrow(() -> network.serviceAdded(new Found()));
    }

    /** Another container is there. */
    private static final class Found extends ServiceEvent {

        private static final long serialVersionUID = 1;

        Found() {
            super("the network");
        }

        @Override
        public JmDNS getDNS() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getType() {
            return Network.TYPE;
        }

        @Override
        public String getName() {
            return OTHER;
        }

        @Override
        public ServiceInfo getInfo() {
            return ServiceInfo.create(Network.TYPE, OTHER, 65211, 0, 0, Map.of("id", OTHER, "url", "tcp://10.0.0.7:65211"));
        }
    }
}

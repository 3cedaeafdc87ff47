package io.remoteobjects.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.remoteobjects.RemoteObject;

/** What a node tells of hosts that it connects to by address, without a registry. */
class ConnectedHostsTest {

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private Node host;
    private Node node;

    @RemoteObject
    interface Lamp {
        void toggle();
    }

    @BeforeEach
    void start() throws IOException {
        host = host("tcp://127.0.0.1:0", "one");
        host.enableRemoting("lamp", (Lamp) () -> { }, Lamp.class);
        node = Node.create().connect(url()).reconnect(Duration.ofMillis(10), Duration.ofMillis(50)).start();
        node.observeLocations(new LocationListener() {
            @Override
            public void added(ObjectLocation location) {
                told.add("+" + location.name() + " " + location.type() + " " + location.registry());
            }

            @Override
            public void removed(ObjectLocation location) {
                told.add("-" + location.name() + " " + location.type() + " " + location.registry());
            }
        });
    }

    private static Node host(String url, String id) throws IOException {
        return Node.create().listen(url).id(id).start();
    }

    private String url() {
        return host.addresses().get(0);
    }

    @AfterEach
    void stop() {
        node.close();
        host.close();
    }

    @Test
    void tellsOfTheirObjectsAndOfThoseThatAreSharedLater() throws Exception {
        assertEquals("+lamp Lamp ", nextOf("lamp"));

        host.enableRemoting("other", (Lamp) () -> { }, Lamp.class);

        assertEquals("+other Lamp ", nextOf("other"));
    }

    @Test
    void keepsWhatALostHostOfferedUntilItIsBackWithoutIt() throws Exception {
        assertEquals("+lamp Lamp ", nextOf("lamp"));
        String url = url();

        host.close();
        host = host(url, "two");

        assertEquals("-lamp Lamp ", nextOf("lamp"));
        assertEquals("+remoteobjects:two EndpointDirectory ", nextOf("remoteobjects:two"));
    }

    @Test
    void forgetsThoseOfAHostItDisconnectsFrom() throws Exception {
        assertEquals("+lamp Lamp ", nextOf("lamp"));

        node.disconnect(url());

        assertEquals("-lamp Lamp ", nextOf("lamp"));
    }

    private String nextOf(String name) throws InterruptedException {
        while (true) {
            String next = told.poll(20, TimeUnit.SECONDS);
            if (next == null || next.substring(1).startsWith(name + " ")) {
                return next;
            }
        }
    }
}

package io.remoteobjects.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.remoteobjects.discovery.Directories.Contents;
import io.remoteobjects.node.Node;

/** Reading directories over real connections. */
class NodeDirectoriesTest {

    private static final Contents LOST = new Contents(false, Map.of("lost", ""));
    private static final String NAME = "remoteobjects:host";

    private final BlockingQueue<Contents> read = new LinkedBlockingQueue<>();
    private final DiscoveryThread thread = new DiscoveryThread();
    private Node host;
    private Node node;

    @BeforeEach
    void start() throws IOException {
        host = host("tcp://127.0.0.1:0");
        node = Node.create().reconnect(Duration.ofMillis(10), Duration.ofMillis(50)).start();
    }

    private static Node host(String url) throws IOException {
        return Node.create().id("host").listen(url).start();
    }

    @AfterEach
    void stop() {
        thread.stop(() -> { });
        node.close();
        host.close();
    }

    private Directories.Reading open() {
        return new NodeDirectories(node, thread).open(NAME, host.addresses().get(0), into(read));
    }

    private static Directories.Reader into(BlockingQueue<Contents> queue) {
        return new Directories.Reader() {
            @Override
            public void read(Contents contents) {
                queue.add(contents);
            }

            @Override
            public void lost() {
                queue.add(LOST);
            }
        };
    }

    private void await(Contents wanted) throws InterruptedException {
        await(wanted, read);
    }

    private static void await(Contents wanted, BlockingQueue<Contents> in) throws InterruptedException {
        Contents next;
        do {
            next = in.poll(20, TimeUnit.SECONDS);
        } while (next != null && !next.equals(wanted));
        assertEquals(wanted, next);
    }

    @Test
    void aNodeWhoseDirectoryNobodyUsesSaysSo() throws Exception {
        open();

        await(new Contents(false, Map.of()));
    }

    @Test
    void whatIsPublishedIsReadAndWhatChanges() throws Exception {
        host.publishEndpoints(Map.of());
        open();
        await(new Contents(true, Map.of()));

        host.publishEndpoints(Map.of("id", "<xml/>"));
        await(new Contents(true, Map.of("id", "<xml/>")));

        host.publishEndpoints(Map.of());
        await(new Contents(true, Map.of()));
    }

    @Test
    void aHostThatReturnsIsReadAgain() throws Exception {
        host.publishEndpoints(Map.of("id", "before"));
        open();
        await(new Contents(true, Map.of("id", "before")));
        String url = host.addresses().get(0);

        host.close();
        await(LOST);
        host = host(url);
        host.publishEndpoints(Map.of("id", "after"));

        await(new Contents(true, Map.of("id", "after")));
    }

    @Test
    void nothingIsReadOnceItIsClosed() throws Exception {
        Directories.Reading reading = open();
        await(new Contents(false, Map.of()));

        reading.close();
        host.publishEndpoints(Map.of("id", "late"));
        BlockingQueue<Contents> other = new LinkedBlockingQueue<>();
        new NodeDirectories(node, thread).open(NAME, host.addresses().get(0), into(other));

        Contents late = new Contents(true, Map.of("id", "late"));
        await(late, other);
        assertFalse(read.contains(late));
    }
}

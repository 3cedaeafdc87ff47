package io.remoteobjects.zookeeper;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

import io.remoteobjects.itests.zookeeper.ZooKeeperServer;

/**
 * Many containers that start at the same moment, each with fifty endpoints, on an ensemble of three. How many is what the system property
 * {@code containers} says; the bounds hold for any number.
 */
class StormTest {

    private static final int ENDPOINTS = 50;
    private static final int CONTAINERS = Integer.getInteger("containers", 20);

    /** What a node's content may take, fifty endpoints together. */
    private static final int CONTENT_BYTES = 2_500;

    /** What comes on top when a container reads another's: an event, a request, headers. */
    private static final int OVERHEAD_BYTES = 1_000;

    private final Map<ByteBuffer, List<EndpointDescription>> parsed = new ConcurrentHashMap<>();

    @Test
    void allKnowAllSoonAndEachIsReadOnceByEachOther() throws Exception {
        List<ZooKeeperServer> servers = ZooKeeperServer.ensemble(Path.of("target/servers/storm"));
        List<Container> containers = new ArrayList<>();
        try {
            String all = servers.stream().map(ZooKeeperServer::address).collect(Collectors.joining(","));
            Settings settings = Settings.of(Configured.with(Map.of("servers", new String[] {all})));
            String[] ids = IntStream.range(0, ENDPOINTS).mapToObj(i -> "object" + i).toArray(String[]::new);
            long bytesBefore = servers.stream().mapToLong(ZooKeeperServer::bytesWritten).sum();
            long packetsBefore = sum(servers, "zk_packets_received");

            long start = System.nanoTime();
            for (int i = 0; i < CONTAINERS; i++) {
                containers.add(new Container("container" + i, settings, Duration.ofSeconds(30), this::parse, told -> { }).offers(ids));
            }
            for (Container each : containers) {
                each.awaitEndpoints((CONTAINERS - 1) * ENDPOINTS, Duration.ofSeconds(120));
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

            long bytes = servers.stream().mapToLong(ZooKeeperServer::bytesWritten).sum() - bytesBefore;
            long packets = sum(servers, "zk_packets_received") - packetsBefore;
            long watches = sum(servers, "zk_watch_count");
            long told = containers.stream().mapToLong(Container::timesTold).sum();
            System.out.printf("%d containers with %d endpoints each: all know all after %d ms; servers wrote %d kB, files and each other "
                    + "included, and took %d packets; %d watches; each container was told of each other %.2f times%n", CONTAINERS,
                    ENDPOINTS, millis, bytes / 1000, packets, watches, (double) told / CONTAINERS / (CONTAINERS - 1));

            long pairs = (long) CONTAINERS * CONTAINERS;
            assertTrue(bytes < pairs * (CONTENT_BYTES + OVERHEAD_BYTES) + CONTAINERS * 20_000L, bytes + " bytes");
            assertTrue(packets < pairs + CONTAINERS * 50L, packets + " packets");
            // One of each container; the server counts it for nodes and for their children.
            assertTrue(watches <= 2L * CONTAINERS, watches + " watches");
            assertTrue(told == (long) CONTAINERS * (CONTAINERS - 1), told + " times told");
        } finally {
            containers.forEach(Container::close);
            servers.forEach(ZooKeeperServer::close);
        }
    }

    /** What as many machines do side by side, one process need not do as often. */
    private List<EndpointDescription> parse(byte[] content, Consumer<String> problem) {
        return parsed.computeIfAbsent(ByteBuffer.wrap(content), any -> NodeContent.read(content, problem));
    }

    private static long sum(List<ZooKeeperServer> servers, String key) {
        return servers.stream().mapToLong(each -> each.measure(key)).sum();
    }
}

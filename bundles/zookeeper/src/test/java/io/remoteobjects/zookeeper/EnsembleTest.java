package io.remoteobjects.zookeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.remoteobjects.itests.zookeeper.ZooKeeperServer;

/** Three servers, of which any one may go. */
class EnsembleTest {

    private List<ZooKeeperServer> servers;

    @BeforeEach
    void start() {
        servers = ZooKeeperServer.ensemble(Path.of("target/servers/ensemble"));
    }

    @AfterEach
    void stop() {
        servers.forEach(ZooKeeperServer::close);
    }

    private Container container(String id) {
        String all = servers.stream().map(ZooKeeperServer::address).collect(Collectors.joining(","));
        // Longer than an election takes.
        Settings settings = Settings.of(Configured.with(Map.of("servers", new String[] {all}, "session.timeout.ms", 10_000)));
        return new Container(id, settings, Duration.ofSeconds(10));
    }

    /** Asks until one says that it is: none is during an election. */
    private ZooKeeperServer leader() {
        return Stream.generate(() -> servers).flatMap(List::stream).filter(ZooKeeperServer::isLeader).findFirst().orElseThrow();
    }

    @Test
    @Timeout(300)
    void aFollowerAndThenTheLeaderMayGoAndNothingIsLost() throws Exception {
        try (Container a = container("a"); Container b = container("b"); Container c = container("c")) {
            a.offers("gps");
            b.offers("printer");
            a.awaits("b/printer");
            b.awaits("a/gps");
            c.awaits("a/gps", "b/printer");

            ZooKeeperServer leader = leader();
            ZooKeeperServer follower = servers.stream().filter(each -> each != leader).findFirst().orElseThrow();
            follower.kill();
            a.offers("gps", "clock");
            b.awaits("a/clock", "a/gps");
            c.awaits("a/clock", "a/gps", "b/printer");
            follower.start();
            follower.awaitServing();

            leader().kill();
            b.offers("printer", "scanner");
            a.awaits("b/printer", "b/scanner");
            c.awaits("a/clock", "a/gps", "b/printer", "b/scanner");

            assertEquals(4, c.history().size(), () -> c.history().toString());
        }
    }
}

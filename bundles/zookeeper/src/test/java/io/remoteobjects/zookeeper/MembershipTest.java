package io.remoteobjects.zookeeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

import io.remoteobjects.discovery.EndpointXml;
import io.remoteobjects.itests.zookeeper.ZooKeeperServer;

/** Containers that find each other by a real server. */
class MembershipTest {

    /** Those who return after an outage take up to a second to connect and another to open a session; a busy machine adds to that. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static ZooKeeperServer server;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private String path;

    @BeforeAll
    static void startServer() {
        server = ZooKeeperServer.alone(Path.of("target/servers/alone"));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void choosePath(TestInfo test) {
        path = "/" + test.getTestMethod().orElseThrow().getName();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T open(T one) {
        opened.add(one);
        return one;
    }

    private Container container(String id) {
        return container(id, Map.of());
    }

    private Container container(String id, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(Map.of("servers", new String[] {server.address()}, "path", path,
                "session.timeout.ms", Configured.SESSION_MILLIS));
        config.putAll(more);
        return open(new Container(id, Settings.of(Configured.with(config)), GRACE));
    }

    /** Whoever else uses the server. */
    private ZooKeeper stranger(String... credentials) throws Exception {
        CountDownLatch connected = new CountDownLatch(1);
        ZooKeeper client = open(new ZooKeeper(server.address(), 30_000, event -> {
            if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                connected.countDown();
            }
        }));
        for (String each : credentials) {
            client.addAuthInfo("digest", each.getBytes(StandardCharsets.UTF_8));
        }
        assertTrue(connected.await(30, TimeUnit.SECONDS));
        return client;
    }

    @Test
    void whatOneOffersTheOthersFindAndLoseWithIt() throws Exception {
        Container a = container("a").offers("gps", "clock");
        Container b = container("b").offers("printer");
        a.awaits("b/printer");
        b.awaits("a/clock", "a/gps");

        a.offers("gps", "radio");
        b.awaits("a/gps", "a/radio");
        Container late = container("late");
        late.awaits("a/gps", "a/radio", "b/printer");

        a.close();
        b.awaits();
        late.awaits("b/printer");
    }

    @Test
    void whoOffersNothingMoreIsNoMoreKnownAndWhoChangesSomethingNeverIsForAMoment() throws Exception {
        Container a = container("a").offers("gps");
        Container b = container("b");
        b.awaits("a/gps");
        a.offers("gps", "clock");
        b.awaits("a/clock", "a/gps");
        a.offers();
        b.awaits();

        assertEquals(List.of("a [remoteobjects:a/gps]", "a [remoteobjects:a/gps, remoteobjects:a/clock]", "a []"), b.history());
    }

    @Test
    void whatIsOfferedOneAfterAnotherIsToldTogether() throws Exception {
        Container b = container("b");
        Container a = container("a").offersInTurn(List.of("one"), List.of("one", "two"), List.of("one", "two", "three"));
        b.awaits("a/one", "a/three", "a/two");

        assertEquals(1, b.history().size(), () -> b.history().toString());
        assertEquals(List.of(), a.history());
    }

    @Test
    void aKilledContainerIsGoneWithinItsSessionTimeout() throws Exception {
        Container b = container("b");
        Publisher killed = open(new Publisher("p", server.address(), path, "gps"));
        b.awaits("p/gps");

        killed.kill();
        long start = System.nanoTime();
        b.awaits();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        // A session lasts from its last sign of life, and the server looks once a tick.
        assertTrue(millis <= Configured.SESSION_MILLIS + 2 * ZooKeeperServer.TICK_MILLIS, "gone after " + millis + " ms");
    }

    @Test
    void aContainerWhoseSessionExpiredReturnsAndFindsWhatIsThere() throws Exception {
        Container b = container("b").offers("printer");
        Publisher paused = open(new Publisher("p", server.address(), path, "gps"));
        b.awaits("p/gps");

        paused.signal("STOP");
        b.awaits();
        paused.signal("CONT");
        b.awaits("p/gps");
    }

    @Test
    void aRestartOfTheServerLosesNothing() throws Exception {
        // Longer than the restart takes.
        Map<String, Object> patient = Map.of("session.timeout.ms", 10_000);
        Container a = container("a", patient).offers("gps");
        Container b = container("b", patient).offers("printer");
        a.awaits("b/printer");
        b.awaits("a/gps");

        server.kill();
        a.offers("gps", "clock");
        server.start();
        server.awaitServing();
        b.awaits("a/clock", "a/gps");

        assertEquals(List.of("a [remoteobjects:a/gps]", "a [remoteobjects:a/gps, remoteobjects:a/clock]"), b.history());
        assertEquals(List.of("b [remoteobjects:b/printer]"), a.history());
    }

    @Test
    void whoIsMissingAfterAnOutageIsGoneAfterAWhileAndNobodyElseIs() throws Exception {
        container("a").offers("gps");
        Container witness = container("witness");
        Publisher killed = open(new Publisher("p", server.address(), path, "clock"));
        Publisher away = open(new Publisher("away", server.address(), path, "printer"));
        witness.awaits("a/gps", "away/printer", "p/clock");
        away.awaitKnown("a/gps", "p/clock");

        away.signal("STOP");
        witness.awaits("a/gps", "p/clock");
        killed.kill();
        witness.awaits("a/gps");
        away.signal("CONT");
        away.awaitKnown("a/gps");
        witness.awaits("a/gps", "away/printer");

        assertFalse(away.output().contains("a []"), away::output);
    }

    @Test
    void whenTheServerHasForgottenEverythingOnlyWhoDoesNotReturnIsGone() throws Exception {
        Container a = container("a").offers("gps");
        Container b = container("b").offers("printer");
        Publisher killed = open(new Publisher("p", server.address(), path, "clock"));
        b.awaits("a/gps", "p/clock");

        server.kill();
        killed.kill();
        server.wipe();
        server.start();
        server.awaitServing();
        b.awaits("a/gps");
        a.awaits("b/printer");

        assertFalse(b.history().contains("a []"), () -> b.history().toString());
        assertFalse(a.history().contains("b []"), () -> a.history().toString());
    }

    @Test
    void whatSomebodyDeletesIsAnnouncedAgain() throws Exception {
        Container a = container("a").offers("gps");
        Container b = container("b");
        b.awaits("a/gps");

        ZooKeeper stranger = stranger();
        stranger.delete(path + "/" + stranger.getChildren(path, false).get(0), -1);
        b.awaitsHistory("a [remoteobjects:a/gps]", "a []", "a [remoteobjects:a/gps]");
        assertEquals(List.of(), a.history());
    }

    @Test
    void nonsenseIsToldOnceAndLosesNothingElse() throws Exception {
        String good = EndpointXml.write(List.of(Container.endpoint("good", "x")));
        Container a = container("a").offers("gps");
        Container b = container("b");
        b.awaits("a/gps");
        try (CapturedLog log = new CapturedLog()) {
            ZooKeeper stranger = stranger();
            put(stranger, "nonsense", new byte[0]);
            put(stranger, "bytes.1.0.1", new byte[] {1, 2, 3});
            put(stranger, "empty.1.0.1", null);
            put(stranger, "text.1.0.1", zip("no xml"));
            put(stranger, "doctype.1.0.1", zip("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + good));
            put(stranger, "bomb.1.0.1", zip(" ".repeat(NodeContent.MAX_TEXT_BYTES + 1)));
            put(stranger, "part.1.7.8", zip(good));
            put(stranger, "local.1.0.1", zip(good.replace("tcp://", "local:")));
            put(stranger, "numbers.999999999999999999.999999.999999", zip(good));
            put(stranger, "x.1.0.1", zip(good.replace("</endpoint-descriptions>", "<endpoint-description/></endpoint-descriptions>")));
            a.offers("gps", "clock");
            b.awaits("a/clock", "a/gps", "x/good");
            for (String each : List.of("/nonsense is none of a container's", "bytes.1.0.1 is ignored", "empty.1.0.1 is ignored",
                    "text.1.0.1 is ignored", "DOCTYPE", "bomb.1.0.1 is ignored", "node x.1.0.1 is ignored")) {
                log.await(each);
            }
        }
    }

    private void put(ZooKeeper client, String name, byte[] content) throws Exception {
        client.create(path + "/" + name, content, ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void moreThanOneNodeCanHoldIsInSeveral() throws Exception {
        byte[] noise = new byte[3_000];
        Random random = new Random(1);
        String[] ids = IntStream.range(0, 300).mapToObj(i -> {
            random.nextBytes(noise);
            return i + "-" + Base64.getEncoder().encodeToString(noise);
        }).toArray(String[]::new);
        container("a").offers(ids);
        Container b = container("b");

        b.awaitEndpoints(300, Duration.ofSeconds(20));
        assertEquals(1, b.history().size());
        assertTrue(stranger().getChildren(path, false).size() > 1);
    }

    @Test
    void strangersNeitherReadNorWriteWhatIsPrivate() throws Exception {
        Map<String, Object> user = Map.of("user", "fleet", "password", "secret");
        Container a = container("a", user).offers("gps");
        Container b = container("b", user);
        b.awaits("a/gps");

        for (ZooKeeper stranger : List.of(stranger(), stranger("fleet:wrong"))) {
            assertThrows(KeeperException.NoAuthException.class, () -> stranger.getChildren(path, false));
            assertThrows(KeeperException.NoAuthException.class, () -> put(stranger, "x.1.0.1", new byte[0]));
        }
        ZooKeeper member = stranger("fleet:secret");
        String node = path + "/" + member.getChildren(path, false).get(0);
        assertThrows(KeeperException.NoAuthException.class, () -> stranger().getData(node, false, null));
        assertEquals(List.of(), a.history());
    }

    @Test
    void aContainerThatMayNotReadSaysSoAndFindsNothing() throws Exception {
        container("a", Map.of("user", "fleet", "password", "secret")).offers("gps");
        container("b", Map.of("user", "fleet", "password", "secret")).awaits("a/gps");
        try (CapturedLog log = new CapturedLog()) {
            Container outsider = container("c");
            log.await("may not do that: correct user and password");
            outsider.awaits();
        }
    }

    @Test
    void whatIsReadableEverybodyReadsAndTheUserWrites() throws Exception {
        Map<String, Object> user = Map.of("user", "fleet", "password", "secret", "access", "readable");
        container("a", user).offers("gps");
        container("b", user).awaits("a/gps");
        container("reader").awaits("a/gps");

        ZooKeeper stranger = stranger();
        String node = path + "/" + stranger.getChildren(path, false).get(0);
        assertThrows(KeeperException.NoAuthException.class, () -> put(stranger, "x.1.0.1", new byte[0]));
        assertThrows(KeeperException.NoAuthException.class, () -> stranger.delete(node, -1));
        assertThrows(KeeperException.NoAuthException.class, () -> stranger.setData(node, new byte[0], -1));
    }
}

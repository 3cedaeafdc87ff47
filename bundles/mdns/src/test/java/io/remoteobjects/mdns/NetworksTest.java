package io.remoteobjects.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.remoteobjects.Subscription;

/** Containers that find each other by real multicast, on loopback, where whatever runs on this machine may be found as well. */
class NetworksTest {

    /** Announcing takes 4 s, and who went is forgotten up to 10 s after the farewell. */
    private static final long PATIENCE_SECONDS = 60;

    private final String one = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();
    private final BlockingQueue<String> ofOne = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ofOther = new LinkedBlockingQueue<>();

    private Networks networks(String framework, String url, BlockingQueue<String> found) {
        return new Networks(new Interfaces("127.0.0.1"), new Announced(Optional.ofNullable(url), List.of()), framework,
                (id, at) -> record(id, at, found));
    }

    private Subscription record(String id, String url, BlockingQueue<String> found) {
        if (!List.of(one, other).contains(id)) {
            return () -> { };
        }
        found.add(id + " at " + url);
        return () -> found.add(id + " gone");
    }

    private static void await(String expected, BlockingQueue<String> events) throws InterruptedException {
        String event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(event, () -> "nothing happened; expected: " + expected);
        assertEquals(expected, event);
    }

    @Test
    void oneIsFoundUntilItSaysFarewellAndWhoAnnouncesNothingFindsOnly() throws Exception {
        try (Networks finder = networks(other, null, ofOther)) {
            try (Networks announcer = networks(one, "tcp://127.0.0.1:65211", ofOne)) {
                await(one + " at tcp://127.0.0.1:65211", ofOther);
            }
            await(one + " gone", ofOther);
        }
        assertEquals(List.of(), List.copyOf(ofOne));
    }

    @Test
    void anInterfaceThatThisMachineDoesNotHaveIsTold() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        PrintStream before = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String line) {
                if (line.contains("mDNS is not used")) {
                    told.complete(line);
                }
            }
        });
        try (Networks none = new Networks(new Interfaces("nosuch0"), new Announced(Optional.empty(), List.of()), one,
                (id, at) -> () -> { })) {
            assertTrue(told.get(PATIENCE_SECONDS, TimeUnit.SECONDS).contains("nosuch0"));
        } finally {
            System.setErr(before);
        }
    }
}

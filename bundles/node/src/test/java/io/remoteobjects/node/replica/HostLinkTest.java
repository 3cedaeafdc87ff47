package io.remoteobjects.node.replica;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.netty.channel.EventLoopGroup;

import io.remoteobjects.node.Node;
import io.remoteobjects.node.harness.Await;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.OutboundLimits;
import io.remoteobjects.node.transport.Transports;
import io.remoteobjects.wire.Limits;

/** Whatever ends an attempt to reach a host, another follows. */
@Timeout(180)
class HostLinkTest {

    private static final LinkTiming QUICK = new LinkTiming(0, 20, 20, 5_000, 5_000);

    private final EventLoopGroup loops = Transports.startLoops("test", 1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        Transports.stop(loops);
        threads.shutdownNow();
    }

    @Test
    void attemptThatFailsWithoutAMessageIsFollowedByAnother() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Executor first = task -> {
            if (attempts.incrementAndGet() == 1) {
                throw new RejectedExecutionException();
            }
            threads.execute(task);
        };
        Transports transports = new Transports(loops, Limits.DEFAULT, OutboundLimits.DEFAULT);
        try (Node host = Node.create().listen(LocalNames.url()).start();
                Replicas replicas = new Replicas(transports, threads, first, QUICK, "test")) {
            replicas.connect(Address.parse(host.addresses().get(0)));
            Await.until("another attempt, which succeeds", () -> attempts.get() > 1 && replicas.unreached().isEmpty());
        }
    }
}

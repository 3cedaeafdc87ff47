package io.remoteobjects.mdns;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All networks of this machine that are to be used, as they come and go. Has a thread of its own, for mDNS takes its time. */
final class Networks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Networks.class);

    private static final long LOOK_SECONDS = 30;

    /** One farewell takes up to 5 s. */
    private static final long STOP_SECONDS = 10;

    private final Interfaces interfaces;
    private final Announced announced;
    private final String framework;
    private final Network.Hosts hosts;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread made = new Thread(task, "remoteobjects-mdns");
        made.setDaemon(true);
        return made;
    });
    private final Map<InetAddress, Network> networks = new LinkedHashMap<>();
    private final Set<InetAddress> unusable = new HashSet<>();
    private boolean idle;

    /**
     * @param interfaces which to use
     * @param announced what to tell others there
     * @param framework this container's framework UUID
     * @param hosts told of other containers, on the thread
     */
    Networks(Interfaces interfaces, Announced announced, String framework, Network.Hosts hosts) {
        this.interfaces = interfaces;
        this.announced = announced;
        this.framework = framework;
        this.hosts = hosts;
        thread.setRemoveOnCancelPolicy(true);
        thread.scheduleWithFixedDelay(this::lookOn, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** A failure must not end the looking. */
    private void lookOn() {
        try {
            look();
        } catch (RuntimeException | LinkageError failed) {
            LOG.error("mDNS failed to look at the network interfaces; it looks again in {} s", LOOK_SECONDS, failed);
        }
    }

    private void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException ending) {
            LOG.debug("mDNS is stopped; what it finds does not matter any more");
        }
    }

    private void look() {
        Set<InetAddress> now = interfaces.addresses();
        for (InetAddress each : List.copyOf(networks.keySet())) {
            if (!now.contains(each)) {
                networks.remove(each).close();
            }
        }
        unusable.retainAll(now);
        now.stream().filter(each -> !networks.containsKey(each)).forEach(this::open);
        if (now.isEmpty() && !idle) {
            LOG.warn("mDNS is not used as long as none of the network interfaces to use is up: {}. See \"interfaces\" in "
                    + "io.remoteobjects.mdns.", interfaces);
        }
        idle = now.isEmpty();
    }

    private void open(InetAddress address) {
        try {
            Network network = new Network(address, framework, this::execute, hosts);
            try {
                if (announced.by(address).isPresent()) {
                    network.announce(announced.by(address).get());
                }
            } catch (IOException | RuntimeException failed) {
                network.close();
                throw failed;
            }
            networks.put(address, network);
            unusable.remove(address);
            LOG.info("Containers are looked for by mDNS at {}; this one is {}", address.getHostAddress(),
                    announced.by(address).map(url -> "announced as " + url).orElse("not announced"));
        } catch (IOException | RuntimeException failed) {
            if (unusable.add(address)) {
                LOG.warn("mDNS cannot be used at {}, and is tried again every {} s: {}. Name other \"interfaces\" in "
                        + "io.remoteobjects.mdns.", address.getHostAddress(), LOOK_SECONDS, failed.toString());
            }
        }
    }

    /** Says farewell, and waits until that is done. */
    @Override
    public void close() {
        thread.getQueue().clear();
        // Side by side, as each takes seconds.
        thread.execute(() -> List.copyOf(networks.values()).stream().map(each -> new Thread(each::close, "remoteobjects-mdns-end"))
                .peek(Thread::start).toList().forEach(Networks::await));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("mDNS does not end within {} s; it is left behind", STOP_SECONDS);
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Thread other) {
        try {
            other.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

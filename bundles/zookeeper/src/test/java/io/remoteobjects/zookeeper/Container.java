package io.remoteobjects.zookeeper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.osgi.service.remoteserviceadmin.EndpointDescription;

import io.remoteobjects.discovery.Schedule;

/** What is of a container for ZooKeeper: a membership, and a thread of discovery. */
final class Container implements Schedule, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String id;
    private final Consumer<Container> changed;
    private final Membership membership;
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);

    // guarded by this
    private final Map<String, List<String>> found = new TreeMap<>();
    private final List<Told> history = new ArrayList<>();

    /** What it was told of one other. */
    private record Told(String framework, List<String> ids) {
    }

    Container(String id, Settings settings, Duration grace) {
        this(id, settings, grace, NodeContent::read, container -> { });
    }

    /**
     * @param parser reads contents
     * @param changed told of everything that it is told
     */
    Container(String id, Settings settings, Duration grace, Peers.Parser parser, Consumer<Container> changed) {
        this.id = id;
        this.changed = changed;
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        membership = new Membership(id, settings, grace.toMillis(), this, parser, this::found);
        membership.start();
    }

    @Override
    public void execute(Runnable task) {
        schedule(task, 0);
    }

    @Override
    public void schedule(Runnable task, long delayMillis) {
        try {
            executor.schedule(() -> {
                try {
                    task.run();
                } catch (RuntimeException failed) {
                    failed.printStackTrace();
                    found("failed", List.of());
                }
            }, delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException over) {
            // closed
        }
    }

    private synchronized void found(String framework, List<EndpointDescription> endpoints) {
        // There are many containers in one process: ids are kept, and each once.
        List<String> ids = endpoints.stream().map(each -> each.getId().intern()).toList();
        if (ids.isEmpty()) {
            found.remove(framework);
        } else {
            found.put(framework, ids);
        }
        history.add(new Told(framework, ids));
        changed.accept(this);
        notifyAll();
    }

    /** Offers endpoints, and no others. */
    Container offers(String... ids) {
        return offersInTurn(List.of(ids));
    }

    /** Offers some, then others, with nothing in between. */
    @SafeVarargs
    final Container offersInTurn(List<String>... ids) {
        execute(() -> {
            for (List<String> each : ids) {
                membership.offer(each.stream().map(one -> endpoint(one, id)).toList());
            }
        });
        return this;
    }

    /** As long as those of a real service are. */
    static EndpointDescription endpoint(String id, String framework) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("objectClass", new String[] {"io.remoteobjects.examples.gps.Gps"});
        properties.put("endpoint.id", "remoteobjects:" + framework + "/" + id);
        properties.put("endpoint.framework.uuid", framework);
        properties.put("endpoint.service.id", (long) id.hashCode() & 0xFF);
        properties.put("endpoint.package.version.io.remoteobjects.examples.gps", "1.0.0");
        properties.put("service.imported", "true");
        properties.put("service.imported.configs", new String[] {"remoteobjects"});
        properties.put("service.intents", new String[] {"osgi.basic", "osgi.async"});
        properties.put("remoteobjects.name", id);
        properties.put("remoteobjects.type", "Gps");
        properties.put("remoteobjects.signature", Integer.toHexString(id.hashCode()).repeat(5));
        properties.put("remoteobjects.url", "tcp://10.1.2." + (framework.hashCode() & 0xFF) + ":65211");
        properties.put("location", "hall " + id);
        return new EndpointDescription(properties);
    }

    /** {@return what it knows of others: {@code FRAMEWORK/ID}} */
    synchronized String known() {
        return found.values().stream().flatMap(List::stream).map(each -> each.substring("remoteobjects:".length())).sorted().toList()
                .toString();
    }

    /** {@return what it was told, in order} */
    synchronized List<String> history() {
        return history.stream().map(each -> each.framework + " " + each.ids).toList();
    }

    /** {@return how often it was told something} */
    synchronized int timesTold() {
        return history.size();
    }

    private int endpoints() {
        return found.values().stream().mapToInt(List::size).sum();
    }

    /** Waits until it knows endpoints, written as {@code FRAMEWORK/ID}, and no others. */
    void awaits(String... wanted) throws InterruptedException {
        String expected = List.of(wanted).toString();
        await(expected, PATIENCE, container -> known().equals(expected));
    }

    /** Waits until it was told this and no more, however soon one thing came after the other. */
    void awaitsHistory(String... wanted) throws InterruptedException {
        await("the history " + List.of(wanted), PATIENCE, container -> history().equals(List.of(wanted)));
    }

    void awaitEndpoints(int count, Duration atMost) throws InterruptedException {
        await(count + " endpoints", atMost, container -> endpoints() == count);
    }

    private synchronized void await(String what, Duration atMost, Predicate<Container> condition) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.test(this)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(id + " knows " + known() + " instead of " + what + "; it was told " + history());
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        membership.close();
        executor.shutdownNow();
    }
}

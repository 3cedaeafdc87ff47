package io.remoteobjects.itests;

import io.remoteobjects.itests.harness.Await;
import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.OpenFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a container with the GPS probe holds, to be compared with what it held before: threads, open files, sockets and services, one line
 * each, and its heap. Left out is what comes and goes with the console, over which the test looks in.
 *
 * @param things one line each; the same several times for several of a kind
 * @param heap bytes in use after a full collection
 */
record Stock(List<String> things, long heap) {

    /** Idle threads of a cached pool end after a minute: how many there are just now says nothing. The pool is checked to be bounded. */
    private static final String WORKER = "thread remoteobjects-worker-#";
    private static final int MOST_WORKERS = 6;

    /** What the JVM has as it likes, and what comes and goes with the console. */
    private static final List<String> LEFT_OUT = List.of("thread C# CompilerThread#", "thread Attach Listener", "thread sshd-",
            "thread Karaf ssh", "thread pipe-", "thread session-#-thread", "service org.apache.karaf.shell.api.console.Session");

    static Stock of(KarafContainer container) {
        List<String> things = new ArrayList<>();
        container.threads().forEach(thread -> things.add("thread " + thread.replaceAll("\\d+", "#")));
        OpenFiles open = container.openFiles();
        open.files().forEach(file -> things.add("file " + file.replaceAll("bundle\\d+/version[\\d.]+", "bundle#/version#")));
        open.sockets().forEach(socket -> things.add("socket " + socket.replaceAll(":\\d+", ":#")));
        services(container).forEach(service -> things.add("service " + service));
        things.removeIf(thing -> LEFT_OUT.stream().anyMatch(thing::startsWith));
        return new Stock(List.copyOf(things), container.heapAfterCollection());
    }

    private static Stream<String> services(KarafContainer container) {
        return container.execute("probe:registered").lines().map(line -> line.replace("registered ", ""));
    }

    /**
     * Waits until the container holds nothing that it did not hold when this stock was taken, but for a tolerance of heap: long enough
     * for the idle threads of all pools to end.
     *
     * @throws AssertionError naming what stays
     */
    void awaitNothingMore(KarafContainer container, long heapTolerance) {
        Await.until("container " + container.name() + " to hold what it held before", Duration.ofMinutes(2),
                () -> of(container).minus(this, heapTolerance), List::isEmpty);
    }

    private List<String> minus(Stock earlier, long heapTolerance) {
        List<String> more = new ArrayList<>(things);
        earlier.things.forEach(more::remove);
        if (more.stream().filter(WORKER::equals).count() <= MOST_WORKERS) {
            more.removeIf(WORKER::equals);
        }
        if (heap > earlier.heap + heapTolerance) {
            more.add("heap " + (heap >> 10) + " KB instead of " + (earlier.heap >> 10) + " KB");
        }
        return more;
    }
}

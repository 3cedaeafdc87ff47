package io.remoteobjects.node.transport;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The connections of a node that have not ended. Any thread. */
final class OpenLinks {

    // guarded by this
    private final Set<Link> links = new HashSet<>();
    private boolean closed;

    /** Takes in a connection; one that comes too late is closed. */
    void add(Link link) {
        synchronized (this) {
            links.add(link);
            if (!closed) {
                return;
            }
        }
        link.close("the node is closed");
    }

    synchronized void remove(Link link) {
        links.remove(link);
        notifyAll();
    }

    /** Closes all, each between frames, and those that come later; waits until they have ended. */
    void close(long patienceMillis) {
        List<Link> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(links);
        }
        all.forEach(link -> link.close("the node is closed"));
        await(patienceMillis);
    }

    private synchronized void await(long patienceMillis) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        try {
            for (long left = patienceMillis; left > 0 && !links.isEmpty();
                    left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())) {
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

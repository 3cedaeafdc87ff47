package io.remoteobjects.shell;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.karaf.shell.support.CommandException;
import org.osgi.util.promise.Promise;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.Replica;
import io.remoteobjects.node.NamedReplica;
import io.remoteobjects.node.Node;

/** An object that a command works with: a replica, wherever the object is, for as long as the command runs. */
final class OpenObject implements AutoCloseable {

    private static final Duration REACHED_WITHIN = Duration.ofSeconds(5);

    private final NamedReplica acquired;

    private OpenObject(NamedReplica acquired) {
        this.acquired = acquired;
    }

    /**
     * @param node the container's node
     * @param name the object name
     * @param url where it is; null to have it found
     * @param lost whether one that was followed here and lost will do, with its last values
     * @return the object, connected or lost
     * @throws CommandException if it is unknown or cannot be reached
     */
    static OpenObject open(Node node, String name, String url, boolean lost) throws CommandException {
        String at = url == null ? new ObjectFinder(node).urlOf(name) : url;
        OpenObject object;
        try {
            object = new OpenObject(node.acquireDynamic(name, at));
        } catch (IllegalArgumentException wrong) {
            throw new CommandException(wrong.getMessage(), wrong);
        }
        boolean usable = false;
        try {
            if (!lost || object.replica().state() != Replica.State.SUSPECT) {
                object.await(object.replica().whenValid(), REACHED_WITHIN, name + " at " + at + " was not reached within "
                        + REACHED_WITHIN.toSeconds() + " s. See ro:explain " + name + ".");
            }
            usable = true;
        } finally {
            if (!usable) {
                object.close();
            }
        }
        return object;
    }

    DynamicReplica replica() {
        return acquired.replica();
    }

    /** {@return its interface as text of a .rep file} */
    String rep() {
        return acquired.rep();
    }

    /**
     * Waits for an answer.
     *
     * @param answer the answer
     * @param atMost how long to wait
     * @param late what to say if it does not come
     * @param <T> what it is
     * @return the answer
     * @throws CommandException if it does not come in time, or is a failure
     */
    <T> T await(Promise<T> answer, Duration atMost, String late) throws CommandException {
        CountDownLatch done = new CountDownLatch(1);
        answer.onResolve(done::countDown);
        try {
            if (!done.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CommandException(late);
            }
            Throwable failure = answer.getFailure();
            if (failure != null) {
                throw new CommandException(failure.getMessage() == null ? failure.toString() : failure.getMessage(), failure);
            }
            return answer.getValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandException("Interrupted while waiting for " + replica().name() + ".", stopped);
        } catch (java.lang.reflect.InvocationTargetException impossible) {
            throw new IllegalStateException("A promise without failure failed", impossible);
        }
    }

    @Override
    public void close() {
        acquired.close();
    }
}

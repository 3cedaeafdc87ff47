package io.remoteobjects.pushstream;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.osgi.util.pushstream.PushEvent;
import org.osgi.util.pushstream.PushEventConsumer;

import io.remoteobjects.Subscription;
import io.remoteobjects.spi.EndListener;

/** What one subscription hears, on its way to one consumer: one event at a time, no faster than the consumer asks for. */
final class Feed<T> implements EndListener<T>, AutoCloseable {

    /** As many as wait for listeners of a signal anywhere. */
    private static final int LIMIT = 65_536;

    /** Threads that go when there is nothing to send, so that nobody has to stop them. */
    private static final Executor WORKERS = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(),
            Feed::worker);

    /** Of its own: the JDK's thread for that stays for good, and holds the class loader of whoever made it start. */
    private static final ScheduledThreadPoolExecutor PAUSES = pauses();

    private final PushEventConsumer<? super T> consumer;
    private final boolean latestOnly;

    // guarded by this
    private final Queue<PushEvent<T>> waiting = new ArrayDeque<>();
    private Subscription subscription = () -> { };
    private boolean sending;
    private boolean ended;

    private Feed(PushEventConsumer<? super T> consumer, boolean latestOnly) {
        this.consumer = consumer;
        this.latestOnly = latestOnly;
    }

    /**
     * @param latestOnly whether only the latest event waits for the consumer
     * @param subscribe connects it to what it is to hear
     */
    static <T> Feed<T> open(PushEventConsumer<? super T> consumer, boolean latestOnly, Function<Feed<T>, Subscription> subscribe) {
        Feed<T> feed = new Feed<>(consumer, latestOnly);
        feed.subscribed(subscribe.apply(feed));
        return feed;
    }

    private static ScheduledThreadPoolExecutor pauses() {
        ScheduledThreadPoolExecutor pauses = new ScheduledThreadPoolExecutor(1, Feed::worker);
        pauses.setKeepAliveTime(5, TimeUnit.SECONDS);
        pauses.allowCoreThreadTimeOut(true);
        return pauses;
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "remoteobjects-pushstream");
        thread.setDaemon(true);
        return thread;
    }

    private void subscribed(Subscription opened) {
        synchronized (this) {
            subscription = opened;
            if (!ended) {
                return;
            }
        }
        opened.close();
    }

    @Override
    public void accept(T value) {
        if (isFull()) {
            end(PushEvent.error(new IllegalStateException(LIMIT + " signals wait for a consumer that is too slow. Let the stream drop or "
                    + "window them, or do less with each.")), false);
        } else {
            queue(PushEvent.data(value), latestOnly);
        }
    }

    private synchronized boolean isFull() {
        return waiting.size() >= LIMIT;
    }

    @Override
    public void ended() {
        end(PushEvent.close(), false);
    }

    @Override
    public void close() {
        end(PushEvent.close(), true);
    }

    private void end(PushEvent<T> last, boolean atOnce) {
        queue(last, atOnce);
        Subscription opened;
        synchronized (this) {
            opened = subscription;
        }
        opened.close();
    }

    /** @param alone whether what waits already is not to be sent any more */
    private void queue(PushEvent<T> event, boolean alone) {
        synchronized (this) {
            if (ended) {
                return;
            }
            if (alone) {
                waiting.clear();
            }
            waiting.add(event);
            ended = event.isTerminal();
            if (sending) {
                return;
            }
            sending = true;
        }
        WORKERS.execute(this::send);
    }

    private void send() {
        for (PushEvent<T> event = next(); event != null; event = next()) {
            long pause = send(event);
            if (pause > 0) {
                PAUSES.schedule(() -> WORKERS.execute(this::send), pause, TimeUnit.MILLISECONDS);
                return;
            }
        }
    }

    private synchronized PushEvent<T> next() {
        PushEvent<T> event = waiting.poll();
        sending = event != null;
        return event;
    }

    /** {@return the milliseconds the consumer wants to have no other event in} */
    private long send(PushEvent<T> event) {
        try {
            long answer = consumer.accept(event);
            if (answer < 0) {
                close();
            }
            return answer;
        } catch (Throwable failed) {
            end(PushEvent.error(failed), true);
            return 0;
        }
    }
}

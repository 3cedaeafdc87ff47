package io.remoteobjects.pushstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.osgi.util.pushstream.PushEvent;
import org.osgi.util.pushstream.PushEvent.EventType;
import org.osgi.util.pushstream.PushEventConsumer;

/** A consumer that keeps what it gets, answers as it is told, and may be held. */
final class Events implements PushEventConsumer<Object> {

    private final BlockingQueue<PushEvent<?>> events = new LinkedBlockingQueue<>();
    private final Semaphore permits = new Semaphore(Integer.MAX_VALUE / 2);
    volatile long answer;

    @Override
    public long accept(PushEvent<?> event) throws InterruptedException {
        events.add(event);
        permits.acquire();
        return answer;
    }

    /** From now on the consumer does not return. */
    void hold() {
        permits.drainPermits();
    }

    void letGo() {
        permits.release(Integer.MAX_VALUE / 2);
    }

    PushEvent<?> next() throws InterruptedException {
        PushEvent<?> event = events.poll(20, TimeUnit.SECONDS);
        assertNotNull(event, "no event came");
        return event;
    }

    Object value() throws InterruptedException {
        return next().getData();
    }

    void assertClosed() throws InterruptedException {
        assertEquals(EventType.CLOSE, next().getType());
    }

    int more() {
        return events.size();
    }
}

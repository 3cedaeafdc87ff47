package io.remoteobjects.node.gps;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.Signal;

/** A Source that does what a test tells it. */
public final class DemoGps implements Gps {

    private final MutableProperty<Fix> fix = Property.of(Fix.NONE);
    private final MutableProperty<Integer> rate = Property.of(1);
    private final Signal.Emitter<FixLost> fixLost = Signal.emitter();
    private final CountDownLatch reset = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Promise<Integer> answer = Promises.resolved(7);

    @Override
    public MutableProperty<Fix> fix() {
        return fix;
    }

    @Override
    public MutableProperty<Integer> rate() {
        return rate;
    }

    @Override
    public Signal.Emitter<FixLost> fixLost() {
        return fixLost;
    }

    @Override
    public Promise<Integer> satellites(boolean used) {
        asked.incrementAndGet();
        return answer;
    }

    @Override
    public void reset() {
        reset.countDown();
    }

    /** {@return how often {@link #satellites} was called} */
    public int asked() {
        return asked.get();
    }

    /** Leaves calls of {@link #satellites} unanswered until the result is resolved. */
    public Deferred<Integer> holdAnswers() {
        Deferred<Integer> held = new Deferred<>();
        answer = held.getPromise();
        return held;
    }

    /** {@return whether {@link #reset} was called within 20 seconds} */
    public boolean awaitReset() throws InterruptedException {
        return reset.await(20, TimeUnit.SECONDS);
    }
}

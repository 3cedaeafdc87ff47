package io.remoteobjects.itests.samples.gpssource;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteSource;
import io.remoteobjects.Signal;
import io.remoteobjects.examples.gps.Fix;
import io.remoteobjects.examples.gps.FixLost;
import io.remoteobjects.examples.gps.Gps;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receiver at latitude 1 that stays where it is until it is told otherwise. The altitude is the process id: it tells values of before a
 * restart from those of after it.
 */
@Component(service = {Gps.class, TestGps.class}, immediate = true)
@RemoteSource(value = "gps", service_exported_interfaces = "io.remoteobjects.examples.gps.Gps")
public final class TestGps implements Gps {

    private static final Logger LOG = LoggerFactory.getLogger(TestGps.class);

    private final MutableProperty<Fix> fix = Property.of(at(1));
    private final MutableProperty<Integer> rate = Property.of(1);
    private final Signal.Emitter<FixLost> fixLost = Signal.emitter();
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public Property<Fix> fix() {
        return fix;
    }

    @Override
    public PushProperty<Integer> rate() {
        return rate;
    }

    @Override
    public Signal<FixLost> fixLost() {
        return fixLost;
    }

    /** Seven if used; never answered otherwise. */
    @Override
    public Promise<Integer> satellites(boolean used) {
        return used ? Promises.resolved(7) : new Deferred<Integer>().getPromise();
    }

    /** Never returns by itself. */
    @Override
    public void reset() {
        LOG.info("SOURCE reset begins");
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void move(double latitude) {
        fix.set(at(latitude));
    }

    void lose(String reason) {
        fixLost.emit(new FixLost(reason, 0));
    }

    @Deactivate
    void stop() {
        end.countDown();
    }

    private static Fix at(double latitude) {
        return new Fix(latitude, 0, ProcessHandle.current().pid(), 7, Instant.EPOCH);
    }
}

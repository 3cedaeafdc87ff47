package io.remoteobjects.examples.gps.source;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteSource;
import io.remoteobjects.Signal;
import io.remoteobjects.examples.gps.Fix;
import io.remoteobjects.examples.gps.FixLost;
import io.remoteobjects.examples.gps.Gps;

/**
 * The Source: a GPS receiver, or a recording of one, that speaks NMEA 0183. It is immediate, so that it reads, and complains about its
 * configuration, whether somebody listens already or not.
 */
@Component(configurationPid = NmeaGps.PID, immediate = true)
@Designate(ocd = GpsConfig.class)
@RemoteSource("gps")
public final class NmeaGps implements Gps {

    static final String PID = "io.remoteobjects.examples.gps.source";

    private final MutableProperty<Fix> fix = Property.of(Fix.NONE);
    private final MutableProperty<Integer> rate;
    private final Signal.Emitter<FixLost> fixLost = Signal.emitter();

    private final GpsSettings settings;
    private final AtomicReference<Receiver> receiver = new AtomicReference<>();
    private final AtomicLong damaged = new AtomicLong();
    private volatile Satellites satellites = Satellites.NONE;

    @Activate
    public NmeaGps(GpsConfig config) {
        this(GpsSettings.from(config));
        start();
    }

    /** Call {@link #start} next. */
    NmeaGps(GpsSettings settings) {
        this.settings = settings;
        rate = Property.of(settings.rate());
        rate.onPush(hertz -> rate.set(Math.max(MIN_RATE, Math.min(MAX_RATE, hertz))));
        receiver.set(newReceiver());
    }

    void start() {
        receiver.get().start();
    }

    @Deactivate
    void stop() {
        Receiver last = receiver.getAndSet(null);
        if (last != null) {
            last.close();
        }
    }

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

    @Override
    public Promise<Integer> satellites(boolean used) {
        return Promises.resolved(used ? satellites.used() : satellites.inView());
    }

    @Override
    public void reset() {
        Receiver next = newReceiver();
        Receiver previous = receiver.getAndUpdate(current -> current == null ? null : next);
        if (previous != null) {
            previous.close();
            satellites = Satellites.NONE;
            fix.set(Fix.NONE);
            next.start();
        }
    }

    /** {@return how many damaged sentences were skipped so far} */
    long damaged() {
        return damaged.get();
    }

    private Receiver newReceiver() {
        return new Receiver(settings, Ticker.SYSTEM, new Reception());
    }

    /** From the start of a receiver to its end. Its methods are called by the receiver's thread. */
    private final class Reception implements Receiver.Listener {

        private FixAssembler assembler = new FixAssembler();
        private Fix latest;
        private Instant reported;

        @Override
        public void received(Report report) {
            assembler.accept(report).ifPresent(this::measured);
            satellites = assembler.satellites();
            if (report instanceof Report.NoFix noFix) {
                lost(noFix.reason());
            }
        }

        @Override
        public void damaged() {
            damaged.incrementAndGet();
        }

        @Override
        public void ended(String reason) {
            assembler = new FixAssembler();
            satellites = Satellites.NONE;
            lost(reason);
        }

        private void measured(Fix next) {
            latest = next;
            if (isDue(next.time())) {
                reported = next.time();
                fix.set(next);
            }
        }

        private boolean isDue(Instant time) {
            if (reported == null || settings.speed() == 0) {
                return true;
            }
            // A tenth early is in time: receivers' time stamps drift by a millisecond now and then.
            long millis = Duration.between(reported, time).abs().toMillis();
            return millis * rate.get() >= 900 * settings.speed();
        }

        private void lost(String reason) {
            if (latest != null) {
                Fix last = latest.lost();
                latest = null;
                reported = null;
                fix.set(last);
                fixLost.emit(new FixLost(reason, satellites.inView()));
            }
        }
    }
}

package io.remoteobjects.examples.gps.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.osgi.util.promise.Promise;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.Signal;
import io.remoteobjects.examples.gps.Fix;
import io.remoteobjects.examples.gps.FixLost;
import io.remoteobjects.examples.gps.Gps;

class GpsLogTest {

    private static final Fix FIX = new Fix(54.1825, -7.885, 12.34, 8, Instant.parse("2026-06-01T12:00:00Z"));

    @Test
    void fixIsOneLineWithAllAPersonWantsToKnow() {
        assertEquals("54.182500 -7.885000, 12.3 m, at 2026-06-01T12:00:00Z, 8 satellites", GpsLog.describe(FIX));
        assertEquals("54.182500 -7.885000, 12.3 m, at 2026-06-01T12:00:00Z, no longer current", GpsLog.describe(FIX.lost()));
        assertEquals("a place it does not know yet", GpsLog.describe(Fix.NONE));
    }

    @Test
    void consumerIsTestedWithAnyGpsAndNoFramework() {
        FakeGps gps = new FakeGps();
        GpsLog log = new GpsLog(gps);
        gps.fix.set(FIX);
        gps.fixLost.emit(new FixLost("test", 3));
        log.stop();
    }

    /** A Source in four lines. */
    private static final class FakeGps implements Gps {

        private final MutableProperty<Fix> fix = Property.of(Fix.NONE);
        private final MutableProperty<Integer> rate = Property.of(1);
        private final Signal.Emitter<FixLost> fixLost = Signal.emitter();

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
            throw new UnsupportedOperationException();
        }

        @Override
        public void reset() {
            throw new UnsupportedOperationException();
        }
    }
}

package io.remoteobjects.itests.samples.gpsprobe;

import io.remoteobjects.Replica;
import io.remoteobjects.Subscription;
import io.remoteobjects.examples.gps.Fix;
import io.remoteobjects.examples.gps.Gps;
import java.util.List;
import org.osgi.framework.ServiceException;
import org.slf4j.Logger;

/** One GPS service and what is seen of it. */
record Watched(long id, Gps gps, List<Subscription> subscriptions, Logger log) {

    static Watched start(long id, Gps gps, Logger log) {
        Fix first = gps.fix().get();
        log.info("PROBE {} came at {} with {}", id, System.currentTimeMillis(), text(first));
        return new Watched(id, gps, List.of(
                gps.fix().observe(fix -> log.info("PROBE {} fix {}", id, text(fix))),
                gps.fixLost().connect(lost -> log.info("PROBE {} lost {}", id, lost.reason()))), log);
    }

    void end() {
        log.info("PROBE {} gone at {}", id, System.currentTimeMillis());
        subscriptions.forEach(Subscription::close);
    }

    String describe() {
        return Replica.of(gps).state() + " " + text(gps.fix().get());
    }

    void callWhatNeverEnds() {
        gps.satellites(false).onFailure(failure -> failed("satellites", failure));
        Thread caller = new Thread(() -> {
            try {
                gps.reset();
            } catch (RuntimeException failure) {
                failed("reset", failure);
            }
        }, "probe-caller");
        caller.start();
    }

    private void failed(String slot, Throwable failure) {
        boolean remote = failure instanceof ServiceException service && service.getType() == ServiceException.REMOTE;
        log.info("PROBE {} {} failed at {}: {}", id, slot, System.currentTimeMillis(), remote ? "REMOTE" : failure.toString());
    }

    private static String text(Fix fix) {
        return "latitude " + fix.latitude() + " of process " + (long) fix.altitude();
    }
}

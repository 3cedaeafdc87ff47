package io.remoteobjects.examples.gps.replica;

import java.util.List;
import java.util.Locale;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.Replica;
import io.remoteobjects.Subscription;
import io.remoteobjects.examples.gps.Fix;
import io.remoteobjects.examples.gps.FixLost;
import io.remoteobjects.examples.gps.Gps;

/**
 * Writes the position of a GPS in another container to the log. This component lives exactly as long as the replica is valid: when the
 * Source goes it is deactivated, when the Source is back a new one is activated with the current position.
 */
@Component
public final class GpsLog {

    private static final Logger LOG = LoggerFactory.getLogger(GpsLog.class);

    private final List<Subscription> subscriptions;

    @Activate
    public GpsLog(@Reference Gps gps) {
        Replica replica = Replica.of(gps);
        LOG.info("GPS '{}' is here ({}).", replica.name(), replica.state());
        subscriptions = List.of(
                gps.fix().observe(fix -> LOG.info("GPS is at {}.", describe(fix))),
                gps.fixLost().connect(lost -> LOG.warn("GPS lost its fix: {}.", describe(lost))));
    }

    @Deactivate
    void stop() {
        subscriptions.forEach(Subscription::close);
        LOG.info("GPS is gone.");
    }

    static String describe(Fix fix) {
        if (fix.equals(Fix.NONE)) {
            return "a place it does not know yet";
        }
        String position = String.format(Locale.ROOT, "%.6f %.6f, %.1f m, at %s", fix.latitude(), fix.longitude(), fix.altitude(),
                fix.time());
        return fix.isCurrent() ? position + ", " + fix.satellites() + " satellites" : position + ", no longer current";
    }

    static String describe(FixLost lost) {
        return lost.reason() + ", " + lost.satellites() + " satellites in view";
    }
}

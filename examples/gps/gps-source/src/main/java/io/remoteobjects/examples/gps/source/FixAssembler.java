package io.remoteobjects.examples.gps.source;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.remoteobjects.examples.gps.Fix;

/**
 * Puts fixes together: a receiver tells date and position in one sentence (RMC), altitude and satellites in another (GGA), in either
 * order, with the same time of day. A fix needs both. For one thread.
 */
final class FixAssembler {

    private final Map<String, Integer> used = new HashMap<>();
    private final Map<String, Integer> inView = new HashMap<>();
    private LocalTime epoch;
    private boolean complete;
    private Report.Minimum minimum;
    private double altitude;

    /**
     * @param report the next report in the order of arrival
     * @return the fix that this report completes, if it does
     */
    Optional<Fix> accept(Report report) {
        if (report instanceof Report.InView view) {
            inView.put(view.talker(), view.satellites());
            return Optional.empty();
        }
        begin(report.time());
        if (report instanceof Report.NoFix) {
            used.clear();
            complete = true;
        } else if (report instanceof Report.Minimum rmc) {
            minimum = rmc;
        } else if (report instanceof Report.Details gga) {
            altitude = gga.altitude();
            used.put(gga.talker(), gga.satellites());
        }
        return complete || minimum == null || used.isEmpty() ? Optional.empty() : Optional.of(fix());
    }

    /** {@return how many satellites are used or in view, of all systems together} */
    Satellites satellites() {
        return new Satellites(sum(used), sum(inView));
    }

    private void begin(LocalTime time) {
        if (time == null || !time.equals(epoch)) {
            epoch = time;
            complete = false;
            minimum = null;
            used.clear();
        }
    }

    private Fix fix() {
        complete = true;
        return new Fix(minimum.latitude(), minimum.longitude(), altitude, sum(used), minimum.instant());
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}

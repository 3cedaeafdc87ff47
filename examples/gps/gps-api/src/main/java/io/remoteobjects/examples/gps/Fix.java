package io.remoteobjects.examples.gps;

import java.time.Instant;

/**
 * A position and when it was measured.
 *
 * @param latitude in degrees, -90 to 90, north is positive
 * @param longitude in degrees, -180 to 180, east is positive
 * @param altitude in metres above mean sea level; NaN where the receiver gives none
 * @param satellites how many it was computed from; 0 for an estimate, and once the fix is lost
 * @param time when it was measured, by the clock of the satellites
 */
public record Fix(double latitude, double longitude, double altitude, int satellites, Instant time) {

    /** No position yet: coordinates are NaN, so that nobody draws them by mistake. */
    public static final Fix NONE = new Fix(Double.NaN, Double.NaN, Double.NaN, 0, Instant.EPOCH);

    /** {@return whether satellites tell this position; otherwise it is the last known, an estimate, or {@link #NONE}} */
    public boolean isCurrent() {
        return satellites > 0;
    }

    /** {@return the same position and time, as a fix that was lost} */
    public Fix lost() {
        return new Fix(latitude, longitude, altitude, 0, time);
    }
}

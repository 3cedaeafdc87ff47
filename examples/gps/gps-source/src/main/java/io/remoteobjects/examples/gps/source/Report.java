package io.remoteobjects.examples.gps.source;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** What one sentence says, as far as the Source has a use for it. */
sealed interface Report {

    /** {@return the time of day (UTC) the sentence was measured at, null where it says none} */
    LocalTime time();

    /**
     * Recommended minimum data (RMC) of a receiver that has a fix.
     *
     * @param instant when it was measured
     * @param latitude in degrees, north is positive
     * @param longitude in degrees, east is positive
     */
    record Minimum(Instant instant, double latitude, double longitude) implements Report {
        @Override
        public LocalTime time() {
            return LocalTime.ofInstant(instant, ZoneOffset.UTC);
        }
    }

    /**
     * Fix data (GGA) of a receiver that has a fix.
     *
     * @param time when it was measured
     * @param talker the satellite system, such as GP
     * @param altitude in metres above mean sea level, NaN where not told
     * @param satellites how many of that system are used
     */
    record Details(LocalTime time, String talker, double altitude, int satellites) implements Report {
    }

    /**
     * The receiver says that it has no fix (RMC or GGA).
     *
     * @param time when, null where the receiver does not know
     * @param reason which sentence says so, for people
     */
    record NoFix(LocalTime time, String reason) implements Report {
    }

    /**
     * Satellites in view (GSV).
     *
     * @param talker the satellite system, such as GP
     * @param satellites how many of that system are in view
     */
    record InView(String talker, int satellites) implements Report {
        @Override
        public LocalTime time() {
            return null;
        }
    }
}

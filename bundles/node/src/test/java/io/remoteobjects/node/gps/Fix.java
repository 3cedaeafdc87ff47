package io.remoteobjects.node.gps;

import java.time.Instant;

/** A position and when it was measured. */
public record Fix(double latitude, double longitude, double altitude, int satellites, Instant time) {

    public static final Fix NONE = new Fix(0, 0, 0, 0, Instant.EPOCH);

    /** {@return a fix that can be told from others by its number} */
    public static Fix number(int number) {
        return new Fix(number, -number, 34.5, 7, Instant.ofEpochMilli(1_714_979_289_123L + number));
    }
}

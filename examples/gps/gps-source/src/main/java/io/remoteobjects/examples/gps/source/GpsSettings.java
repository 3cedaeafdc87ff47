package io.remoteobjects.examples.gps.source;

import java.time.Duration;

import io.remoteobjects.examples.gps.Gps;

/**
 * A configuration that makes sense.
 *
 * @param input where sentences come from
 * @param speed how many times faster than its time stamps a recording is played; 0 as fast as possible; 1 for a device
 * @param loop whether a recording starts again at its end
 * @param rate how many fixes a second are reported at most, in Hz
 * @param retry how long to wait before an input is opened again
 */
record GpsSettings(NmeaInput input, double speed, boolean loop, int rate, Duration retry) {

    /**
     * @param config what the user wrote
     * @throws IllegalArgumentException if a value cannot be; the message names key, value and remedy
     */
    static GpsSettings from(GpsConfig config) {
        if (!(config.speed() >= 0 && config.speed() <= 1_000_000)) {
            throw refused("speed", config.speed(), "0 to 1000000");
        }
        check("rate", config.rate(), Gps.MIN_RATE, Gps.MAX_RATE);
        check("timeout.seconds", config.timeout_seconds(), 1, 3600);
        check("retry.seconds", config.retry_seconds(), 1, 3600);
        NmeaInput input = NmeaInput.of(config.input().trim(), Duration.ofSeconds(config.timeout_seconds()));
        double speed = input.isRecording() ? config.speed() : 1;
        return new GpsSettings(input, speed, config.loop(), config.rate(), Duration.ofSeconds(config.retry_seconds()));
    }

    private static void check(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw refused(key, value, min + " to " + max);
        }
    }

    private static IllegalArgumentException refused(String key, Object value, String range) {
        return new IllegalArgumentException("Cannot start the GPS Source: " + key + " is " + value + " in configuration " + NmeaGps.PID
                + ". Give a value from " + range + ".");
    }
}

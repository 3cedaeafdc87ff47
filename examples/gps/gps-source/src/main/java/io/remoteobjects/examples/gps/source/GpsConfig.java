package io.remoteobjects.examples.gps.source;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What {@code etc/io.remoteobjects.examples.gps.source.cfg} may say. */
@ObjectClassDefinition(
        name = "GPS Source",
        description = "Where the example's GPS Source takes its NMEA 0183 sentences from.")
@interface GpsConfig {

    @AttributeDefinition(
            name = "Input",
            description = "sample (the recording in this bundle), file:/path (a recording), tcp://host:port (a receiver's raw output), "
                    + "or gpsd://host:port (a running gpsd; its default port is 2947).")
    String input() default "sample";

    @AttributeDefinition(
            name = "Speed",
            description = "How many times faster than its own time stamps a recording is played; 0 plays it as fast as possible. "
                    + "Devices set their own pace.")
    double speed() default 1;

    @AttributeDefinition(
            name = "Loop",
            description = "Whether a recording starts again at its end.")
    boolean loop() default true;

    @AttributeDefinition(
            name = "Rate (Hz)",
            description = "How many fixes a second are reported at most, 1 to 100. Replicas may push another value.",
            min = "1", max = "100")
    int rate() default 10;

    @AttributeDefinition(
            name = "Timeout (seconds)",
            description = "After how long without a connection or any data a device counts as gone; 1 to 3600.",
            min = "1", max = "3600")
    int timeout_seconds() default 15;

    @AttributeDefinition(
            name = "Retry (seconds)",
            description = "How long to wait before connecting to a device again, or starting a recording again; 1 to 3600.",
            min = "1", max = "3600")
    int retry_seconds() default 2;
}

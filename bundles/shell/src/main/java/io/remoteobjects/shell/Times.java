package io.remoteobjects.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes points in time, by the clock of the wall. */
final class Times {

    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private Times() {
    }

    static String dateTime(Instant time) {
        return DATE_TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    static String time(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }
}

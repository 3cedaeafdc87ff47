package io.remoteobjects.examples.gps.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes the recording that the Source ships: ten minutes of a boat that circles Helgoland once, at 1 Hz. For ten seconds it
 * sees too few satellites, and some sentences are damaged, so that those who try the example see what happens. To write it anew, run
 * {@link #main} with the path of {@code track.nmea}.
 */
final class SampleTrack {

    static final int SECONDS = 600;
    static final int NO_FIX_FROM = 420;
    static final int NO_FIX_UNTIL = 430;
    static final int DAMAGED = 4;

    private static final LocalDateTime START = LocalDateTime.of(2026, 6, 1, 10, 0, 0);
    private static final double CENTRE_LATITUDE = 54.1825;
    private static final double CENTRE_LONGITUDE = 7.8850;
    private static final double HEIGHT_DEGREES = 0.0180;
    private static final double WIDTH_DEGREES = 0.0290;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double METRES_PER_SECOND_TO_KNOTS = 1.943844;

    private final StringBuilder text = new StringBuilder();

    private SampleTrack() {
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), text(), StandardCharsets.US_ASCII);
    }

    /** {@return the whole recording} */
    static String text() {
        SampleTrack track = new SampleTrack();
        track.line("# A boat circles Helgoland, 2026-06-01. Made by SampleTrack, not recorded.");
        for (int second = 0; second <= SECONDS; second++) {
            track.epoch(second);
            track.damage(second);
        }
        return track.text.toString();
    }

    private void epoch(int second) {
        LocalDateTime time = START.plusSeconds(second);
        boolean fix = second < NO_FIX_FROM || second >= NO_FIX_UNTIL;
        int satellites = fix ? 8 + second / 50 % 4 : 2;
        minimum(time, second, fix);
        details(time, second, fix, satellites);
        if (second % 5 == 0) {
            satellites(satellites);
        }
    }

    private void minimum(LocalDateTime time, int second, boolean fix) {
        String position = fix ? position(second) + String.format(Locale.ROOT, ",%.2f,%.2f", knots(second), course(second)) : ",,,,,";
        sentence("GPRMC," + clock(time) + "," + (fix ? "A" : "V") + "," + position + ","
                + time.format(DateTimeFormatter.ofPattern("ddMMyy")) + ",,," + (fix ? "A" : "N"));
    }

    private void details(LocalDateTime time, int second, boolean fix, int satellites) {
        double wave = 1.5 + 0.7 * StrictMath.sin(second * 0.9);
        sentence("GPGGA," + clock(time) + "," + (fix ? position(second) : ",,,") + "," + (fix ? 1 : 0)
                + String.format(Locale.ROOT, ",%02d,%.1f,", satellites, fix ? 0.9 : 99.9)
                + (fix ? String.format(Locale.ROOT, "%.1f", wave) : "") + ",M,40.1,M,,");
    }

    /** All twelve satellites of this sky, the used ones first. */
    private void satellites(int used) {
        StringBuilder ids = new StringBuilder();
        for (int id = 1; id <= 12; id++) {
            ids.append(id <= used ? String.format("%02d", id) : "").append(',');
        }
        sentence("GPGSA,A," + (used > 3 ? 3 : 1) + "," + ids + "1.6,0.9,1.3");
        for (int page = 1; page <= 3; page++) {
            StringBuilder sky = new StringBuilder();
            for (int id = 4 * page - 3; id <= 4 * page; id++) {
                sky.append(String.format(",%02d,%02d,%03d,%s", id, 15 + 5 * id, 29 * id, id <= used ? String.valueOf(30 + id) : ""));
            }
            sentence("GPGSV,3," + page + ",12" + sky);
        }
    }

    /** What a bad cable does to sentences; each of them surplus, so that no fix is missing. */
    private void damage(int second) {
        switch (second) {
            case 90 -> line("$GPGGA,100130.00,5411.9999,N,00753.0000,E,1,08,0.9,1.5,M,40.1,M,,*00");
            case 200 -> line("$GPRMC,100320.00,A,5411.12");
            case 310 -> line("~x~~U~fx~~");
            case 500 -> sentence("GPRMC,100820.00,A,9911.0000,N,00753.0000,E,20.00,90.00,010626,,,A");
            default -> { }
        }
    }

    private static String clock(LocalDateTime time) {
        return time.format(DateTimeFormatter.ofPattern("HHmmss.'00'"));
    }

    private static String position(int second) {
        return degrees(latitude(second), 2) + ",N," + degrees(longitude(second), 3) + ",E";
    }

    /** Degrees and minutes as NMEA writes them. */
    private static String degrees(double value, int digits) {
        long tenThousandths = StrictMath.round(value * 60 * 10_000);
        long degrees = tenThousandths / 600_000;
        return String.format(Locale.ROOT, "%0" + digits + "d%07.4f", degrees, (tenThousandths - degrees * 600_000) / 10_000.0);
    }

    static double latitude(int second) {
        return CENTRE_LATITUDE + HEIGHT_DEGREES * StrictMath.sin(angle(second));
    }

    static double longitude(int second) {
        return CENTRE_LONGITUDE + WIDTH_DEGREES * StrictMath.cos(angle(second));
    }

    private static double angle(int second) {
        return 2 * StrictMath.PI * second / SECONDS;
    }

    private static double knots(int second) {
        return StrictMath.hypot(north(second), east(second)) * METRES_PER_SECOND_TO_KNOTS;
    }

    private static double course(int second) {
        return (StrictMath.toDegrees(StrictMath.atan2(east(second), north(second))) + 360) % 360;
    }

    private static double north(int second) {
        return (latitude(second + 1) - latitude(second)) * METRES_PER_DEGREE;
    }

    private static double east(int second) {
        return (longitude(second + 1) - longitude(second)) * METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(CENTRE_LATITUDE));
    }

    private void sentence(String body) {
        int checksum = body.chars().reduce(0, (sum, c) -> sum ^ c);
        line(String.format("$%s*%02X", body, checksum));
    }

    private void line(String line) {
        text.append(line).append("\r\n");
    }
}

package io.remoteobjects.examples.gps.source;

/** Sentences for tests, with their checksums. */
final class Nmea {

    private Nmea() {
    }

    /** {@return dollar sign, body, checksum} */
    static String sentence(String body) {
        return String.format("$%s*%02X", body, body.chars().reduce(0, (sum, c) -> sum ^ c));
    }

    /** {@return date and position at a time of day, on 2026-06-01 at 54 degrees north, 7 degrees east} */
    static String rmc(String time) {
        return sentence("GPRMC," + time + ",A,5400.0000,N,00700.0000,E,0.00,0.00,010626,,,A");
    }

    /** {@return altitude 12.5 m and 8 satellites at a time of day} */
    static String gga(String time) {
        return sentence("GPGGA," + time + ",5400.0000,N,00700.0000,E,1,08,0.9,12.5,M,40.1,M,,");
    }

    /** {@return a fix at a time of day, as a receiver sends it} */
    static String fix(String time) {
        return rmc(time) + "\r\n" + gga(time) + "\r\n";
    }
}

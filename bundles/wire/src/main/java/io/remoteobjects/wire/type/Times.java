package io.remoteobjects.wire.type;

import io.remoteobjects.wire.WireException;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.WireOutput;
import io.remoteobjects.wire.type.QtDateTime.Spec;
import java.time.LocalDate;
import java.time.LocalTime;

/** How dates and times travel: Julian days and milliseconds since midnight, each with a value of its own for null. */
final class Times {

    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;
    private static final long NULL_DATE = Long.MIN_VALUE;
    private static final int NULL_TIME = -1;
    private static final int MILLIS_PER_DAY = 86_400_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Spec[] SPECS = Spec.values();

    private Times() {
    }

    static LocalDate readDate(WireInput in) {
        int start = in.position();
        long julianDay = in.readI64();
        if (julianDay == NULL_DATE) {
            return null;
        }
        if (julianDay < LocalDate.MIN.toEpochDay() + JULIAN_DAY_OF_EPOCH || julianDay > LocalDate.MAX.toEpochDay() + JULIAN_DAY_OF_EPOCH) {
            throw invalid("date of Julian day " + julianDay, start);
        }
        return LocalDate.ofEpochDay(julianDay - JULIAN_DAY_OF_EPOCH);
    }

    static void writeDate(WireOutput out, LocalDate date) {
        out.writeI64(date == null ? NULL_DATE : date.toEpochDay() + JULIAN_DAY_OF_EPOCH);
    }

    static LocalTime readTime(WireInput in) {
        int start = in.position();
        int millis = in.readI32();
        if (millis == NULL_TIME) {
            return null;
        }
        if (millis < 0 || millis >= MILLIS_PER_DAY) {
            throw invalid("time of " + Integer.toUnsignedString(millis) + " ms", start);
        }
        return LocalTime.ofNanoOfDay(millis * NANOS_PER_MILLI);
    }

    static void writeTime(WireOutput out, LocalTime time) {
        out.writeI32(time == null ? NULL_TIME : (int) (time.toNanoOfDay() / NANOS_PER_MILLI));
    }

    static QtDateTime readDateTime(WireInput in) {
        LocalDate date = readDate(in);
        LocalTime time = readTime(in);
        int start = in.position();
        int spec = in.readU8();
        if (spec >= SPECS.length) {
            throw invalid("time spec " + spec, start);
        }
        int offset = SPECS[spec] == Spec.OFFSET ? in.readI32() : 0;
        String zone = SPECS[spec] == Spec.ZONE ? in.readString() : null;
        return date == null && time == null && SPECS[spec] == Spec.LOCAL ? null : new QtDateTime(date, time, SPECS[spec], offset, zone);
    }

    static void writeDateTime(WireOutput out, QtDateTime value) {
        writeDate(out, value == null ? null : value.date());
        writeTime(out, value == null ? null : value.time());
        Spec spec = value == null ? Spec.LOCAL : value.spec();
        out.writeU8(spec.ordinal());
        if (spec == Spec.OFFSET) {
            out.writeI32(value.offsetSeconds());
        } else if (spec == Spec.ZONE) {
            out.writeString(value.zone());
        }
    }

    private static WireException invalid(String what, int start) {
        return new WireException("No valid " + what, start, "Regenerate both sides from the same .rep file.");
    }
}

package io.remoteobjects.wire.type;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A QDateTime, kept as it travels: the wall clock, and what it is relative to. Milliseconds are the finest unit; the factories cut what is
 * finer. Qt's null QDateTime is null in Java.
 *
 * @param date of the wall clock, null if invalid
 * @param time of the wall clock, null if invalid
 * @param spec what they are relative to
 * @param offsetSeconds east of UTC, for {@link Spec#OFFSET} only, else 0
 * @param zone the IANA id, for {@link Spec#ZONE} only, else null
 */
public record QtDateTime(LocalDate date, LocalTime time, Spec spec, int offsetSeconds, String zone) {

    /** What a wall clock is relative to; the ordinals are Qt's. */
    public enum Spec {
        /** Whatever the peer's local time is. */
        LOCAL,
        /** UTC. */
        UTC,
        /** A fixed offset from UTC. */
        OFFSET,
        /** A time zone. */
        ZONE
    }

    private static final int NANOS_PER_MILLI = 1_000_000;

    /** Cuts the time to milliseconds. */
    public QtDateTime {
        time = time == null ? null : time.withNano(time.getNano() / NANOS_PER_MILLI * NANOS_PER_MILLI);
    }

    /** {@return the time in UTC} */
    public static QtDateTime of(Instant instant) {
        LocalDateTime clock = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return new QtDateTime(clock.toLocalDate(), clock.toLocalTime(), Spec.UTC, 0, null);
    }

    /** {@return the time with its offset, which for UTC is still an offset} */
    public static QtDateTime of(OffsetDateTime time) {
        return new QtDateTime(time.toLocalDate(), time.toLocalTime(), Spec.OFFSET, time.getOffset().getTotalSeconds(), null);
    }

    /** {@return the time with its zone} */
    public static QtDateTime of(ZonedDateTime time) {
        return time.getZone() instanceof ZoneOffset
                ? of(time.toOffsetDateTime())
                : new QtDateTime(time.toLocalDate(), time.toLocalTime(), Spec.ZONE, 0, time.getZone().getId());
    }

    /** {@return the time in the peer's local time} */
    public static QtDateTime of(LocalDateTime time) {
        return new QtDateTime(time.toLocalDate(), time.toLocalTime(), Spec.LOCAL, 0, null);
    }

    /** {@return whether there is a date and a time, so that the conversions work} */
    public boolean isValid() {
        return date != null && time != null;
    }

    /**
     * {@return the wall clock, whatever it is relative to}
     *
     * @throws DateTimeException if not {@link #isValid()}
     */
    public LocalDateTime toLocalDateTime() {
        if (!isValid()) {
            throw new DateTimeException("A QDateTime without date or time. Check isValid() first: " + this);
        }
        return LocalDateTime.of(date, time);
    }

    /**
     * @param local the zone to take for {@link Spec#LOCAL}
     * @return the time in its zone
     * @throws DateTimeException if not {@link #isValid()}, or if Java knows no such offset or zone
     */
    public ZonedDateTime toZonedDateTime(ZoneId local) {
        return toLocalDateTime().atZone(zoneId(local));
    }

    /** {@return the instant; {@code local} and errors as in {@link #toZonedDateTime}} */
    public Instant toInstant(ZoneId local) {
        return toZonedDateTime(local).toInstant();
    }

    /** {@return the time with its offset; {@code local} and errors as in {@link #toZonedDateTime}} */
    public OffsetDateTime toOffsetDateTime(ZoneId local) {
        return toZonedDateTime(local).toOffsetDateTime();
    }

    private ZoneId zoneId(ZoneId local) {
        switch (spec) {
            case UTC:
                return ZoneOffset.UTC;
            case OFFSET:
                return ZoneOffset.ofTotalSeconds(offsetSeconds);
            case ZONE:
                return ZoneId.of(zone);
            default:
                return local;
        }
    }
}

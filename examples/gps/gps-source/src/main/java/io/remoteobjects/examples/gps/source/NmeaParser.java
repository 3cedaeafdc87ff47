package io.remoteobjects.examples.gps.source;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import net.sf.marineapi.nmea.parser.DataNotAvailableException;
import net.sf.marineapi.nmea.parser.SentenceFactory;
import net.sf.marineapi.nmea.sentence.GGASentence;
import net.sf.marineapi.nmea.sentence.GSVSentence;
import net.sf.marineapi.nmea.sentence.RMCSentence;
import net.sf.marineapi.nmea.sentence.Sentence;
import net.sf.marineapi.nmea.sentence.SentenceId;
import net.sf.marineapi.nmea.sentence.SentenceValidator;
import net.sf.marineapi.nmea.sentence.TimeSentence;
import net.sf.marineapi.nmea.util.DataStatus;
import net.sf.marineapi.nmea.util.Date;
import net.sf.marineapi.nmea.util.GpsFixQuality;
import net.sf.marineapi.nmea.util.Position;

/** Turns NMEA 0183 sentences into reports. The only class that knows the NMEA library. */
final class NmeaParser {

    /** More satellites than all systems together have in view. */
    private static final int IMPOSSIBLE_SATELLITES = 100;

    /** Degrees and minutes, minutes with two digits below 60: without this the library reads 4404 as 4404 minutes. */
    private static final Pattern POSITION = Pattern.compile("[^,]+,[^,]*,A,\\d\\d[0-5]\\d\\.\\d+,[NS],\\d{3}[0-5]\\d\\.\\d+,[EW],.*");

    private NmeaParser() {
    }

    /**
     * @param sentence from the dollar sign to the checksum
     * @return what it says, empty for the many kinds of sentences that say nothing about the fix
     * @throws DamagedSentenceException if it is cut, its checksum is wrong or missing, or its values cannot be
     */
    static Optional<Report> parse(String sentence) throws DamagedSentenceException {
        // The validator lets sentences without a checksum pass: every receiver sends one, so its absence means a cut.
        if (sentence.indexOf(Sentence.CHECKSUM_DELIMITER) < 0 || !SentenceValidator.isValid(sentence)) {
            throw new DamagedSentenceException("cut, or with a wrong checksum");
        }
        try {
            return switch (SentenceId.parseStr(sentence)) {
                case "RMC" -> Optional.of(report((RMCSentence) parsed(sentence)));
                case "GGA" -> Optional.of(report((GGASentence) parsed(sentence)));
                case "GSV" -> Optional.of(report((GSVSentence) parsed(sentence)));
                default -> Optional.empty();
            };
        } catch (RuntimeException impossible) {
            // The library and java.time have a dozen exceptions without a common base for a field that is missing or out of range.
            throw new DamagedSentenceException(impossible.getMessage());
        }
    }

    private static Sentence parsed(String sentence) {
        return SentenceFactory.getInstance().createParser(sentence);
    }

    private static Report report(RMCSentence rmc) {
        if (rmc.getStatus() == DataStatus.VOID) {
            return new Report.NoFix(timeOrNull(rmc), "the receiver has no fix (RMC status V)");
        }
        if (!POSITION.matcher(rmc.toString()).matches()) {
            throw new IllegalArgumentException("no possible position");
        }
        Date date = rmc.getDate();
        LocalDateTime measured = LocalDate.of(date.getYear(), date.getMonth(), date.getDay()).atTime(time(rmc));
        Position position = rmc.getPosition();
        return new Report.Minimum(measured.toInstant(ZoneOffset.UTC), position.getLatitude(), position.getLongitude());
    }

    private static Report report(GGASentence gga) {
        if (gga.getFixQuality() == GpsFixQuality.INVALID) {
            return new Report.NoFix(timeOrNull(gga), "the receiver has no fix (GGA quality 0)");
        }
        return new Report.Details(time(gga), gga.getTalkerId().name(), altitude(gga), possible(gga.getSatelliteCount()));
    }

    private static Report report(GSVSentence gsv) {
        return new Report.InView(gsv.getTalkerId().name(), possible(gsv.getSatelliteCount()));
    }

    private static LocalTime time(TimeSentence sentence) {
        return LocalTime.ofNanoOfDay(TimeUnit.MILLISECONDS.toNanos(sentence.getTime().getMilliseconds()));
    }

    private static LocalTime timeOrNull(TimeSentence sentence) {
        try {
            return time(sentence);
        } catch (DataNotAvailableException empty) {
            return null;
        }
    }

    private static double altitude(GGASentence gga) {
        try {
            return gga.getAltitude();
        } catch (DataNotAvailableException empty) {
            return Double.NaN;
        }
    }

    private static int possible(int satellites) {
        if (satellites < 0 || satellites >= IMPOSSIBLE_SATELLITES) {
            throw new IllegalArgumentException(satellites + " satellites");
        }
        return satellites;
    }
}

package io.remoteobjects.wire.type;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Which Qt type a Java object travels as in a QVariant, where nothing but its class is known; and which Java object a value then is. */
final class JavaTypes {

    private static final Map<Class<?>, QtType<?>> BY_CLASS = Map.ofEntries(
            Map.entry(Boolean.class, QtTypes.BOOL), Map.entry(Byte.class, QtTypes.QINT8), Map.entry(Short.class, QtTypes.QINT16),
            Map.entry(Integer.class, QtTypes.INT), Map.entry(Long.class, QtTypes.QINT64), Map.entry(BigInteger.class, QtTypes.QUINT64),
            Map.entry(Float.class, QtTypes.FLOAT), Map.entry(Double.class, QtTypes.DOUBLE), Map.entry(Character.class, QtTypes.QCHAR),
            Map.entry(String.class, QtTypes.QSTRING), Map.entry(byte[].class, QtTypes.QBYTEARRAY), Map.entry(URI.class, QtTypes.QURL),
            Map.entry(UUID.class, QtTypes.QUUID), Map.entry(Locale.class, QtTypes.QLOCALE), Map.entry(LocalDate.class, QtTypes.QDATE),
            Map.entry(LocalTime.class, QtTypes.QTIME), Map.entry(QtDateTime.class, QtTypes.QDATETIME),
            Map.entry(BitArray.class, QtTypes.QBITARRAY), Map.entry(RegularExpression.class, QtTypes.QREGULAREXPRESSION),
            Map.entry(Geometry.Point.class, QtTypes.QPOINT), Map.entry(Geometry.PointF.class, QtTypes.QPOINTF),
            Map.entry(Geometry.Size.class, QtTypes.QSIZE), Map.entry(Geometry.SizeF.class, QtTypes.QSIZEF),
            Map.entry(Geometry.Rect.class, QtTypes.QRECT), Map.entry(Geometry.RectF.class, QtTypes.QRECTF),
            Map.entry(Geometry.Line.class, QtTypes.QLINE), Map.entry(Geometry.LineF.class, QtTypes.QLINEF));

    private static final Map<Class<?>, Function<Object, QtDateTime>> TIMES = Map.of(
            Instant.class, time -> QtDateTime.of((Instant) time),
            LocalDateTime.class, time -> QtDateTime.of((LocalDateTime) time),
            OffsetDateTime.class, time -> QtDateTime.of((OffsetDateTime) time),
            ZonedDateTime.class, time -> QtDateTime.of((ZonedDateTime) time));

    private JavaTypes() {
    }

    static Variant of(Object value) {
        QtType<?> type = BY_CLASS.get(value.getClass());
        if (type != null) {
            return new Variant(type, value);
        }
        Function<Object, QtDateTime> time = TIMES.get(value.getClass());
        if (time != null) {
            return new Variant(QtTypes.QDATETIME, time.apply(value));
        }
        throw new IllegalArgumentException("No Qt type is known for " + value.getClass().getName()
                + ". Pass a Variant that names the type.");
    }

    static Object natural(Object value) {
        if (value instanceof Variant variant) {
            return natural(variant.value());
        }
        if (value instanceof QtDateTime time) {
            return time.isValid() ? natural(time) : null;
        }
        if (value instanceof Pod pod) {
            return natural(pod.fields());
        }
        if (value instanceof List<?> list) {
            List<Object> natural = new ArrayList<>(list.size());
            list.forEach(each -> natural.add(natural(each)));
            return Collections.unmodifiableList(natural);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> natural = new LinkedHashMap<>();
            map.forEach((key, each) -> natural.put(natural(key), natural(each)));
            return Collections.unmodifiableMap(natural);
        }
        return value;
    }

    private static Object natural(QtDateTime time) {
        return switch (time.spec()) {
            case LOCAL -> time.toLocalDateTime();
            case UTC -> time.toInstant(ZoneOffset.UTC);
            case OFFSET -> time.toOffsetDateTime(ZoneOffset.UTC);
            case ZONE -> time.toZonedDateTime(ZoneOffset.UTC);
        };
    }
}

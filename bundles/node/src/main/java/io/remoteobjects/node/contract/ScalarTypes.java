package io.remoteobjects.node.contract;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.remoteobjects.wire.type.Geometry;
import io.remoteobjects.wire.type.QtDateTime;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.Variant;

/** The Java classes that may stand for Qt's built-in types. */
final class ScalarTypes {

    /** Types whose values are of the Java class wanted, and immutable. */
    private static final Map<String, Class<?>> PLAIN = Map.of("bool", Boolean.class, "float", Float.class, "double", Double.class,
            "QChar", Character.class, "QString", String.class, "QUrl", URI.class, "QUuid", UUID.class, "QDate", LocalDate.class,
            "QLocale", Locale.class);

    private static final Map<String, Class<?>> GEOMETRY = Map.of("QPoint", Geometry.Point.class, "QPointF", Geometry.PointF.class,
            "QSize", Geometry.Size.class, "QSizeF", Geometry.SizeF.class, "QRect", Geometry.Rect.class, "QRectF", Geometry.RectF.class,
            "QLine", Geometry.Line.class, "QLineF", Geometry.LineF.class);

    private static final Map<Class<?>, Time<?>> TIMES = Map.of(
            Instant.class, new Time<>(time -> time.toInstant(ZoneId.systemDefault()), QtDateTime::of,
                    (Instant time) -> time.truncatedTo(ChronoUnit.MILLIS)),
            LocalDateTime.class, new Time<>(QtDateTime::toLocalDateTime, QtDateTime::of,
                    (LocalDateTime time) -> time.truncatedTo(ChronoUnit.MILLIS)),
            OffsetDateTime.class, new Time<>(time -> time.toOffsetDateTime(ZoneId.systemDefault()), QtDateTime::of,
                    (OffsetDateTime time) -> time.truncatedTo(ChronoUnit.MILLIS)),
            ZonedDateTime.class, new Time<>(time -> time.toZonedDateTime(ZoneId.systemDefault()), QtDateTime::of,
                    (ZonedDateTime time) -> time.truncatedTo(ChronoUnit.MILLIS)));

    /** A Java class that may stand for QDateTime; {@code cut} leaves of its values what Qt can hold. */
    private record Time<T>(Function<QtDateTime, T> toJava, Function<T, QtDateTime> fromJava, UnaryOperator<T> cut) {

        BoundType bind() {
            return BoundType.converted(QtTypes.QDATETIME, toJava, fromJava, value -> {
                @SuppressWarnings("unchecked")
                T time = (T) value;
                return sameOrCut(time, cut.apply(time));
            });
        }
    }

    private ScalarTypes() {
    }

    /** {@return the Qt type of that name for values of that Java class; empty if they do not fit} */
    static Optional<BoundType> bind(String text, Class<?> javaClass) {
        QtType<?> type = QtTypes.byName(text).orElse(null);
        if (type == null) {
            return Optional.empty();
        }
        String name = type.name();
        if (javaClass == PLAIN.get(name)) {
            return Optional.of(BoundType.of(type, ValueCheck.NONE));
        }
        if (name.equals("QVariant")) {
            return javaClass == Object.class ? Optional.of(VariantValues.bind()) : Optional.empty();
        }
        if (name.equals("QByteArray")) {
            return javaClass == byte[].class ? Optional.of(BoundType.of(type, value -> ((byte[]) value).clone())) : Optional.empty();
        }
        if (name.equals("QTime")) {
            return javaClass == LocalTime.class
                    ? Optional.of(BoundType.of(type, value -> sameOrCut(value, ((LocalTime) value).truncatedTo(ChronoUnit.MILLIS))))
                    : Optional.empty();
        }
        if (name.equals("QDateTime")) {
            return Optional.ofNullable(TIMES.get(javaClass)).map(Time::bind);
        }
        if (GEOMETRY.containsKey(name)) {
            return javaClass.isRecord() ? geometry(type, GEOMETRY.get(name), javaClass) : Optional.empty();
        }
        return Number.class.isAssignableFrom(javaClass) ? IntegerTypes.bind(type, javaClass) : Optional.empty();
    }

    /** {@return a time that a QDateTime may be, as another class for it has it; any other value as it is} */
    static Object time(Object natural, Class<?> wanted) {
        Time<?> time = TIMES.get(wanted);
        return time == null || natural == null || !TIMES.containsKey(natural.getClass()) ? natural
                : time.toJava.apply((QtDateTime) Variant.of(natural).value());
    }

    /** The value itself where nothing was cut off, so that a record around it need not be built anew. */
    private static Object sameOrCut(Object time, Object cut) {
        return cut.equals(time) ? time : cut;
    }

    /** A record of the application's with the components of Qt's type, such as {@code record Position(int x, int y)} for QPoint. */
    private static Optional<BoundType> geometry(QtType<?> type, Class<?> natural, Class<?> wanted) {
        RecordShape from = RecordShape.of(natural);
        RecordShape to = RecordShape.of(wanted);
        int[] order = to.orderOf(from.components().stream().map(JavaValue::name).toList());
        if (order == null || !from.components().stream().map(each -> each.type().raw()).toList()
                .equals(Arrays.stream(order).mapToObj(i -> to.components().get(i).type().raw()).toList())) {
            return Optional.empty();
        }
        return Optional.of(convertedRecord(type, from, to, order));
    }

    private static <B> BoundType convertedRecord(QtType<B> type, RecordShape from, RecordShape to, int[] order) {
        return BoundType.converted(type, value -> {
            Object[] components = new Object[order.length];
            for (int i = 0; i < order.length; i++) {
                components[order[i]] = from.get(value, i);
            }
            return to.create(components);
        }, value -> {
            Object[] components = new Object[order.length];
            for (int i = 0; i < order.length; i++) {
                components[i] = to.get(value, order[i]);
            }
            @SuppressWarnings("unchecked")
            B made = (B) from.create(components);
            return made;
        }, ValueCheck.NONE);
    }
}

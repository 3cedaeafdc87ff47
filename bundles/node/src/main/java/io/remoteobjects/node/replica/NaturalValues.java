package io.remoteobjects.node.replica;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.remoteobjects.wire.type.EnumType;
import io.remoteobjects.wire.type.ListType;
import io.remoteobjects.wire.type.MapType;
import io.remoteobjects.wire.type.Pod;
import io.remoteobjects.wire.type.PodType;
import io.remoteobjects.wire.type.QtDateTime;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.Variant;

/** Fits natural Java values, or their texts, to the types of the wire, for those who have no interface. */
final class NaturalValues {

    private static final Map<QtType<?>, Function<BigDecimal, Object>> NUMBERS = Map.ofEntries(
            Map.entry(QtTypes.QINT8, BigDecimal::byteValueExact), Map.entry(QtTypes.QUINT8, number -> unsigned(number, 8).intValue()),
            Map.entry(QtTypes.QINT16, BigDecimal::shortValueExact), Map.entry(QtTypes.QUINT16, number -> unsigned(number, 16).intValue()),
            Map.entry(QtTypes.INT, BigDecimal::intValueExact), Map.entry(QtTypes.UINT, number -> unsigned(number, 32).longValue()),
            Map.entry(QtTypes.QINT64, BigDecimal::longValueExact), Map.entry(QtTypes.QUINT64, number -> unsigned(number, 64)),
            Map.entry(QtTypes.LONG, BigDecimal::longValueExact), Map.entry(QtTypes.ULONG, number -> unsigned(number, 64)),
            Map.entry(QtTypes.FLOAT, BigDecimal::floatValue), Map.entry(QtTypes.DOUBLE, BigDecimal::doubleValue));

    private static final Map<QtType<?>, Function<String, Object>> TEXTS = Map.of(
            QtTypes.QDATE, LocalDate::parse, QtTypes.QTIME, LocalTime::parse, QtTypes.QUUID, UUID::fromString, QtTypes.QURL, URI::create,
            QtTypes.QDATETIME, text -> QtDateTime.of(Instant.parse(text)), QtTypes.BOOL, NaturalValues::bool,
            QtTypes.QCHAR, text -> text.length() == 1 ? text.charAt(0) : null);

    private NaturalValues() {
    }

    /**
     * @param type a type of the wire
     * @param value a natural Java value, or its text
     * @return what the type writes
     * @throws IllegalArgumentException if the value does not fit without loss
     */
    static Object toQt(QtType<?> type, Object value) {
        try {
            Object fitted = fit(type, value);
            if (fitted != null || value == null && type.isNullable()) {
                return fitted;
            }
        } catch (ArithmeticException | ClassCastException | IllegalArgumentException | java.time.DateTimeException unfit) {
            throw new IllegalArgumentException(describe(value) + " is no " + type.name() + ": " + unfit.getMessage(), unfit);
        }
        throw new IllegalArgumentException(describe(value) + " is no " + type.name() + ". Pass a value of that type.");
    }

    private static String describe(Object value) {
        return value == null ? "null" : "\"" + value + "\" (" + value.getClass().getSimpleName() + ")";
    }

    private static Object fit(QtType<?> type, Object value) {
        if (type == QtTypes.VARIANT || type.name().equals("QVariant")) {
            return Variant.of(value);
        }
        if (value == null) {
            return null;
        }
        if (NUMBERS.containsKey(type)) {
            return NUMBERS.get(type).apply(new BigDecimal(value.toString()));
        }
        if (type instanceof EnumType<?>) {
            return new BigDecimal(value.toString()).intValueExact();
        }
        if (type == QtTypes.QSTRING) {
            return value.toString();
        }
        if (value instanceof String text && TEXTS.containsKey(type)) {
            return TEXTS.get(type).apply(text);
        }
        if (type == QtTypes.QDATETIME && value instanceof Instant instant) {
            return QtDateTime.of(instant);
        }
        if (type instanceof ListType<?> list && value instanceof List<?> elements) {
            return elements.stream().map(each -> fit(list.element(), each)).toList();
        }
        if (type instanceof PodType<?> pod && value instanceof Map<?, ?> fields) {
            return pod(pod, fields);
        }
        if (type instanceof MapType<?, ?> map && value instanceof Map<?, ?> entries) {
            Map<Object, Object> fitted = new LinkedHashMap<>();
            entries.forEach((key, each) -> fitted.put(fit(map.key(), key), fit(map.value(), each)));
            return fitted;
        }
        return value;
    }

    private static Pod pod(PodType<?> type, Map<?, ?> fields) {
        Map<String, Object> fitted = new LinkedHashMap<>();
        for (PodType.Field field : type.fields()) {
            if (!fields.containsKey(field.name())) {
                throw new IllegalArgumentException("the field " + field.name() + " is missing");
            }
            fitted.put(field.name(), fit(field.type(), fields.get(field.name())));
        }
        return new Pod(type.name(), fitted);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("write true or false");
        };
    }

    private static BigInteger unsigned(BigDecimal number, int bits) {
        BigInteger exact = number.toBigIntegerExact();
        if (exact.signum() < 0 || exact.bitLength() > bits) {
            throw new ArithmeticException("out of the range of " + bits + " unsigned bits");
        }
        return exact;
    }
}

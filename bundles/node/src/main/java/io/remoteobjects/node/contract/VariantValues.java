package io.remoteobjects.node.contract;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.remoteobjects.wire.type.Pod;
import io.remoteobjects.wire.type.QtDateTime;
import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.Variant;

/** Objects of any class as QVariants, and QVariants as the natural Java objects. */
final class VariantValues {

    private VariantValues() {
    }

    static BoundType bind() {
        return BoundType.converted(QtTypes.VARIANT, (Variant variant) -> toJava(variant), Variant::of, VariantValues::frozen);
    }

    private static Object toJava(Variant variant) {
        return natural(variant.toJava());
    }

    /** {@return the natural Java objects of a list of variants} */
    static List<Object> toJava(List<Variant> variants) {
        return Collections.unmodifiableList(variants.stream().map(VariantValues::toJava).collect(Collectors.toList()));
    }

    /** {@return the natural Java objects of a map of variants} */
    static Map<String, Object> toJava(Map<String, Variant> variants) {
        Map<String, Object> values = new LinkedHashMap<>();
        variants.forEach((key, value) -> values.put(key, toJava(value)));
        return Collections.unmodifiableMap(values);
    }

    static List<Variant> variants(Collection<Object> values) {
        return values.stream().map(Variant::of).toList();
    }

    static Map<String, Variant> variants(Map<String, Object> values) {
        Map<String, Variant> variants = new LinkedHashMap<>();
        values.forEach((key, value) -> variants.put(key, Variant.of(value)));
        return variants;
    }

    private static Object natural(Object value) {
        if (value instanceof List<?> list) {
            List<Object> values = new ArrayList<>(list.size());
            list.forEach(each -> values.add(natural(each)));
            return Collections.unmodifiableList(values);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> values = new LinkedHashMap<>();
            map.forEach((key, each) -> values.put(key, natural(each)));
            return Collections.unmodifiableMap(values);
        }
        if (value instanceof Pod pod) {
            return natural(pod.fields());
        }
        return value instanceof QtDateTime time && time.isValid() ? natural(time) : value;
    }

    private static Object natural(QtDateTime time) {
        return switch (time.spec()) {
            case LOCAL -> time.toLocalDateTime();
            case UTC -> time.toInstant(ZoneOffset.UTC);
            case OFFSET -> time.toOffsetDateTime(ZoneOffset.UTC);
            case ZONE -> time.toZonedDateTime(ZoneOffset.UTC);
        };
    }

    /** Copies what the caller could still change, and makes sure that it can be carried. */
    private static Object frozen(Object value) {
        Object copy = copy(value);
        try {
            Variant.of(copy);
        } catch (IllegalArgumentException unknown) {
            throw new BadValueException(unknown.getMessage().lines().findFirst().orElse("").replaceAll("\\. .*", "")
                    + ": put numbers, texts, times, lists and maps with text keys into an Object, or declare the type");
        }
        return copy;
    }

    private static Object copy(Object value) {
        if (value instanceof Collection<?> list) {
            List<Object> values = new ArrayList<>(list.size());
            list.forEach(each -> values.add(copy(each)));
            return Collections.unmodifiableList(values);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> values = new LinkedHashMap<>();
            map.forEach((key, each) -> values.put(key, copy(each)));
            return Collections.unmodifiableMap(values);
        }
        return value instanceof byte[] bytes ? bytes.clone() : value;
    }
}

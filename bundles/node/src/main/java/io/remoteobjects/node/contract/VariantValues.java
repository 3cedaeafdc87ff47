package io.remoteobjects.node.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.Variant;

/** Objects of any class as QVariants, and QVariants as the natural Java objects. */
final class VariantValues {

    private VariantValues() {
    }

    static BoundType bind() {
        return BoundType.converted(QtTypes.VARIANT, Variant::toJava, Variant::of, VariantValues::frozen);
    }

    static List<Variant> variants(Collection<?> values) {
        return values.stream().map(Variant::of).toList();
    }

    static Map<String, Variant> variants(Map<?, ?> values) {
        Map<String, Variant> variants = new LinkedHashMap<>();
        values.forEach((key, value) -> variants.put((String) key, Variant.of(value)));
        return variants;
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

package io.remoteobjects.node.contract;

import java.lang.reflect.Array;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.Variant;

/**
 * What has no Qt type, where a plain service meets Qt: a QVariant with numbers, texts, times, lists, and maps from text. Data is a map of
 * its members, a constant of an enum its name.
 */
final class PlainVariants {

    private PlainVariants() {
    }

    static BoundType bind(PlainType type, PlainTypes types) {
        return BoundType.converted(QtTypes.VARIANT, (Variant variant) -> type.of(variant.toJava()),
                value -> Variant.of(natural(value, types, 0)), value -> type.of(natural(value, types, 0)));
    }

    private static Object natural(Object value, PlainTypes types, int depth) {
        if (depth > PlainWriter.MAX_DEPTH) {
            throw PlainWriter.tooDeep();
        }
        if (value instanceof Iterable<?> iterable) {
            List<Object> list = new ArrayList<>();
            iterable.forEach(each -> list.add(natural(each, types, depth + 1)));
            return list;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> texts = new LinkedHashMap<>();
            map.forEach((key, each) -> texts.put(String.valueOf(natural(key, types, depth + 1)), natural(each, types, depth + 1)));
            return texts;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        if (value != null && value.getClass().isArray() && !(value instanceof byte[])) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                list.add(natural(Array.get(value, i), types, depth + 1));
            }
            return list;
        }
        if (value != null && types.named(value.getClass()) instanceof PlainClass data) {
            return natural(data.values(value), types, depth + 1);
        }
        return qt(value, types);
    }

    private static Object qt(Object value, PlainTypes types) {
        try {
            Variant.of(value);
            return value;
        } catch (IllegalArgumentException noQtType) {
            if (types.named(value.getClass()) instanceof PlainText text) {
                return text.print().apply(value);
            }
            throw new BadValueException("a " + value.getClass().getName() + " has no Qt type: let both sides be Java, and name the class "
                    + "in the interface");
        }
    }
}

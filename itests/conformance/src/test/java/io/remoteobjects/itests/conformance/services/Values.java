package io.remoteobjects.itests.conformance.services;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be done with values of any type. */
public final class Values {

    private Values() {
    }

    /** Changes what can be changed, in place: reverses lists and arrays, counts up in data. {@return the value} */
    public static Object change(Object value) {
        if (value instanceof List<?> list) {
            Collections.reverse(list);
        }
        if (value instanceof Collection<?> collection) {
            collection.forEach(Values::change);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(Values::change);
        } else if (value instanceof Reading reading) {
            reading.count++;
        } else if (value != null && value.getClass().isArray()) {
            int length = Array.getLength(value);
            for (int i = 0; i < length / 2; i++) {
                Object first = Array.get(value, i);
                Array.set(value, i, Array.get(value, length - 1 - i));
                Array.set(value, length - 1 - i, first);
            }
        }
        return value;
    }

    /** {@return a text that is equal for equal values of equal types only, all the way down} */
    public static String describe(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Values::describe).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Collection<?> set) {
            return new TreeSet<>(set.stream().map(Values::describe).toList()).toString();
        }
        if (value instanceof Map<?, ?> map) {
            return new TreeSet<>(map.entrySet().stream().map(each -> describe(each.getKey()) + "=" + describe(each.getValue())).toList())
                    .toString();
        }
        if (value instanceof Reading) {
            return fields(value);
        }
        if (value == null || !value.getClass().isArray()) {
            return value == null ? "null" : value.getClass().getName() + " " + value;
        }
        StringBuilder all = new StringBuilder(value.getClass().getName());
        for (int i = 0; i < Array.getLength(value); i++) {
            all.append(i == 0 ? " " : ", ").append(describe(Array.get(value, i)));
        }
        return all.toString();
    }

    private static String fields(Object data) {
        StringBuilder all = new StringBuilder(data.getClass().getName());
        try {
            for (Field each : data.getClass().getFields()) {
                all.append(' ').append(each.getName()).append('=').append(describe(each.get(data)));
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
        return all.toString();
    }
}

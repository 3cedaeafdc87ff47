package io.remoteobjects.node.plain;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.remoteobjects.node.plain.BasicTypes.Reading;
import io.remoteobjects.node.plain.BasicTypes.Span;

/** Whether what arrived is what was sent: of the same classes all the way down, but not the same objects. */
final class Same {

    private Same() {
    }

    /** {@return where they differ, empty if they do not} */
    static String difference(Object sent, Object came) {
        return difference(sent, came, "value");
    }

    private static String difference(Object sent, Object came, String where) {
        if (sent == null || came == null) {
            return sent == came ? "" : where + " was " + sent + " and is " + came;
        }
        if (sent instanceof Map<?, ?> map) {
            return came instanceof Map<?, ?> other
                    ? difference(new ArrayList<>(map.entrySet()), new ArrayList<>(other.entrySet()), where, false) : where + " is no map";
        }
        if (sent instanceof Map.Entry<?, ?> entry && came instanceof Map.Entry<?, ?> other) {
            return difference(Arrays.asList(entry.getKey(), entry.getValue()), Arrays.asList(other.getKey(), other.getValue()), where,
                    true);
        }
        if (sent instanceof Collection<?> collection) {
            boolean kind = sent instanceof Set == came instanceof Set && sent instanceof List == came instanceof List;
            return kind ? difference(new ArrayList<>(collection), new ArrayList<>((Collection<?>) came), where, sent instanceof List)
                    : where + " is a " + came.getClass();
        }
        if (sent.getClass() != came.getClass()) {
            return where + " was a " + sent.getClass() + " and is a " + came.getClass();
        }
        if (sent.getClass().isArray()) {
            boolean shared = sent == came && Array.getLength(sent) > 0;
            return shared ? where + " is the same array" : difference(elements(sent), elements(came), where, true);
        }
        if (sent instanceof Reading || sent instanceof Span) {
            return sent == came ? where + " is the same object" : members(sent, came, where);
        }
        return sent.equals(came) ? "" : where + " was " + sent + " and is " + came;
    }

    private static List<Object> elements(Object array) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static String members(Object sent, Object came, String where) {
        StringBuilder all = new StringBuilder();
        for (Field field : sent.getClass().getDeclaredFields()) {
            if ((field.getModifiers() & (Modifier.TRANSIENT | Modifier.STATIC)) == 0) {
                try {
                    field.setAccessible(true);
                    all.append(difference(field.get(sent), field.get(came), where + "." + field.getName()));
                } catch (IllegalAccessException impossible) {
                    throw new AssertionError(impossible);
                }
            }
        }
        return all.toString();
    }

    private static String difference(List<?> sent, List<?> came, String where, boolean ordered) {
        if (sent.size() != came.size()) {
            return where + " had " + sent.size() + " elements and has " + came.size();
        }
        List<Object> left = new ArrayList<>(came);
        for (int i = 0; i < sent.size(); i++) {
            Object each = sent.get(i);
            String place = where + "[" + i + "]";
            if (ordered) {
                String difference = difference(each, came.get(i), place);
                if (!difference.isEmpty()) {
                    return difference;
                }
            } else if (!left.removeIf(other -> difference(each, other, place).isEmpty())) {
                return place + ", " + each + ", is not in " + came;
            }
        }
        return "";
    }
}

package io.remoteobjects.node.contract;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.remoteobjects.wire.type.ConvertedType;
import io.remoteobjects.wire.type.ListType;
import io.remoteobjects.wire.type.MapType;
import io.remoteobjects.wire.type.QtType;
import io.remoteobjects.wire.type.QtTypes;
import io.remoteobjects.wire.type.Variant;

/** Java's collections and arrays for Qt's lists and maps. What is set is copied, so that nobody changes it while it is encoded. */
final class ContainerTypes {

    private ContainerTypes() {
    }

    /** {@return the text of the elements' type in a list's; null if it is none} */
    static String elementText(String text) {
        return switch (text) {
            case "QStringList" -> "QString";
            case "QVariantList" -> "QVariant";
            case "QByteArrayList" -> "QByteArray";
            default -> text.endsWith(">") && (text.startsWith("QList<") || text.startsWith("QVector<"))
                    ? text.substring(text.indexOf('<') + 1, text.length() - 1).strip() : null;
        };
    }

    /** {@return the texts of the types in a list's or map's; empty if it is none} */
    static List<String> arguments(String text) {
        String element = elementText(text);
        List<String> entry = entryTexts(text);
        return element != null ? List.of(element) : entry != null ? entry : List.of();
    }

    static BoundType list(String text, JavaType javaType, BoundType element) {
        QtType<List<Object>> list = listType(text, element.type());
        Class<?> raw = javaType.raw();
        if (raw.isArray()) {
            Class<?> component = raw.getComponentType();
            return BoundType.converted(list, values -> array(values, component), ContainerTypes::elements,
                    value -> array(checkedList(elements(value), element.check()), component));
        }
        if (raw == Set.class) {
            return BoundType.converted(list, values -> Collections.unmodifiableSet(new LinkedHashSet<>(values)),
                    (Collection<Object> values) -> new ArrayList<>(values),
                    value -> Collections.unmodifiableSet(new LinkedHashSet<>(checkedList((Iterable<?>) value, element.check()))));
        }
        return BoundType.of(list, value -> checkedList((Iterable<?>) value, element.check()));
    }

    @SuppressWarnings("unchecked")
    private static QtType<List<Object>> listType(String text, QtType<Object> element) {
        QtType<?> list = switch (text) {
            case "QStringList" -> QtTypes.QSTRINGLIST;
            case "QByteArrayList" -> QtTypes.QBYTEARRAYLIST;
            case "QVariantList" -> ConvertedType.<Object, List<Variant>>of(QtTypes.QVARIANTLIST, Variant::natural,
                    values -> VariantValues.variants((Collection<?>) values));
            default -> text.startsWith("QVector") ? ListType.vector(element) : ListType.of(element);
        };
        return (QtType<List<Object>>) list;
    }

    private static List<Object> checkedList(Iterable<?> values, ValueCheck check) {
        List<Object> copy = new ArrayList<>();
        for (Object each : values) {
            copy.add(checked(check, each, "[" + copy.size() + "]"));
        }
        return Collections.unmodifiableList(copy);
    }

    private static Object checked(ValueCheck check, Object value, String step) {
        try {
            return check.apply(value);
        } catch (BadValueException bad) {
            throw bad.in(step);
        }
    }

    private static Object array(List<Object> values, Class<?> component) {
        Object array = Array.newInstance(component, values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    private static List<Object> elements(Object array) {
        List<Object> values = new ArrayList<>(Array.getLength(array));
        for (int i = 0; i < Array.getLength(array); i++) {
            values.add(Array.get(array, i));
        }
        return values;
    }

    /** {@return the texts of key and value in a map's; null if it is none} */
    static List<String> entryTexts(String text) {
        if (text.equals("QVariantMap") || text.equals("QVariantHash")) {
            return List.of("QString", "QVariant");
        }
        if (!text.endsWith(">") || !text.startsWith("QMap<") && !text.startsWith("QHash<")) {
            return null;
        }
        String arguments = text.substring(text.indexOf('<') + 1, text.length() - 1);
        int depth = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                return List.of(arguments.substring(0, i).strip(), arguments.substring(i + 1).strip());
            }
        }
        return null;
    }

    static BoundType map(String text, BoundType key, BoundType value) {
        return BoundType.of(mapType(text, key.type(), value.type()), map -> {
            Map<Object, Object> copy = new LinkedHashMap<>();
            ((Map<?, ?>) map).forEach((k, v) -> copy.put(checked(key.check(), k, "[key]"), checked(value.check(), v, "[" + k + "]")));
            return Collections.unmodifiableMap(copy);
        });
    }

    private static QtType<?> variants(QtType<Map<String, Variant>> type) {
        return ConvertedType.<Object, Map<String, Variant>>of(type, Variant::natural, values -> VariantValues.variants((Map<?, ?>) values));
    }

    private static QtType<?> mapType(String text, QtType<Object> key, QtType<Object> value) {
        return switch (text) {
            case "QVariantMap" -> variants(QtTypes.QVARIANTMAP);
            case "QVariantHash" -> variants(QtTypes.QVARIANTHASH);
            default -> text.startsWith("QHash") ? MapType.hash(key, value) : MapType.of(key, value);
        };
    }
}

package io.remoteobjects.wire.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a POD that no Java class stands for.
 *
 * @param typeName the POD's name
 * @param fields the values by field name, in the order of declaration; unmodifiable, may hold null
 */
public record Pod(String typeName, Map<String, Object> fields) {

    /** Copies the map. */
    public Pod {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static Pod of(String typeName, List<String> names, Object[] values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            fields.put(names.get(i), values[i]);
        }
        return new Pod(typeName, fields);
    }

    /**
     * @param field the name of a field
     * @return its value
     * @throws IllegalArgumentException when the POD has no such field
     */
    public Object get(String field) {
        Object value = fields.get(field);
        if (value == null && !fields.containsKey(field)) {
            throw new IllegalArgumentException("The POD " + typeName + " has no field " + field + ". It has " + fields.keySet() + ".");
        }
        return value;
    }
}

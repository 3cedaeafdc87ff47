package io.remoteobjects.wire.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The value of a QVariant, with the type it travels as.
 *
 * @param type of the value; null for the invalid variant only
 * @param value of that type
 */
public record Variant(QtType<?> type, Object value) {

    /** The QVariant without a value. */
    public static final Variant INVALID = new Variant(null, null);

    /** {@return whether there is a value, be it null} */
    public boolean isValid() {
        return type != null;
    }

    /**
     * Wraps a Java object, whose class decides the Qt type; elements of lists and maps likewise.
     *
     * @param value null for the invalid variant
     * @throws IllegalArgumentException for a class that no Qt type stands for
     */
    public static Variant of(Object value) {
        if (value == null) {
            return INVALID;
        }
        if (value instanceof Variant variant) {
            return variant;
        }
        if (value instanceof Iterable<?> list) {
            return new Variant(QtTypes.QVARIANTLIST, variants(list));
        }
        if (value instanceof Map<?, ?> map) {
            return new Variant(QtTypes.QVARIANTMAP, variants(map));
        }
        return JavaTypes.of(value);
    }

    private static List<Variant> variants(Iterable<?> values) {
        List<Variant> variants = new ArrayList<>();
        values.forEach(value -> variants.add(of(value)));
        return variants;
    }

    private static Map<String, Variant> variants(Map<?, ?> values) {
        Map<String, Variant> variants = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("A QVariantMap has text keys only, not " + key + ". Use a typed map instead.");
            }
            variants.put(name, of(value));
        });
        return variants;
    }

    /** {@return the natural Java object: of {@link #of} the way back; null for the invalid variant} */
    public Object toJava() {
        return natural(this);
    }

    /**
     * Makes of a value of any type the natural Java object, by what a Qt type is known without its name: of a variant what it holds, of a
     * {@link Pod} a map of its fields, of a {@link QtDateTime} the time of {@code java.time} that says as much, null if it is none. In
     * lists and maps likewise; those are unmodifiable.
     *
     * @param value what a type has read
     * @return the object
     */
    public static Object natural(Object value) {
        return JavaTypes.natural(value);
    }
}

package io.remoteobjects.discovery;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The types that a value of an endpoint property may have in XML.
 *
 * @param name as {@code value-type} names it
 * @param type what an array has for elements
 * @param boxed what a single value, a list or a set has
 * @param parse reads a value
 */
record ScalarType(String name, Class<?> type, Class<?> boxed, Function<String, Object> parse) {

    /** What a value is whose type is not named. */
    static final ScalarType STRING = new ScalarType("String", String.class, String.class, text -> text);

    private static final List<ScalarType> ALL = List.of(STRING,
            of("Long", Long.class, Long::valueOf), of("long", long.class, Long.class, Long::valueOf),
            of("Double", Double.class, Double::valueOf), of("double", double.class, Double.class, Double::valueOf),
            of("Float", Float.class, Float::valueOf), of("float", float.class, Float.class, Float::valueOf),
            of("Integer", Integer.class, Integer::valueOf), of("int", int.class, Integer.class, Integer::valueOf),
            of("Byte", Byte.class, Byte::valueOf), of("byte", byte.class, Byte.class, Byte::valueOf),
            new ScalarType("Character", Character.class, Character.class, ScalarType::character),
            new ScalarType("char", char.class, Character.class, ScalarType::character),
            of("Boolean", Boolean.class, Boolean::valueOf), of("boolean", boolean.class, Boolean.class, Boolean::valueOf),
            of("Short", Short.class, Short::valueOf), of("short", short.class, Short.class, Short::valueOf));

    private static ScalarType of(String name, Class<?> type, Function<String, Object> parse) {
        return of(name, type, type, parse);
    }

    private static ScalarType of(String name, Class<?> type, Class<?> boxed, Function<String, Object> parse) {
        return new ScalarType(name, type, boxed, text -> parse.apply(text.trim()));
    }

    private static Character character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("\"" + text + "\" is not one character");
        }
        return text.charAt(0);
    }

    static Optional<ScalarType> named(String name) {
        return ALL.stream().filter(each -> each.name.equals(name)).findFirst();
    }

    /** {@return the type whose arrays have such elements; of a boxed class for single values too} */
    static Optional<ScalarType> of(Class<?> type) {
        return ALL.stream().filter(each -> each.type == type).findFirst();
    }
}

package io.remoteobjects.node.contract;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Java type with its wildcards resolved.
 *
 * @param raw its class; wrappers stand for primitives, except as components of arrays
 * @param arguments its type arguments; the component of an array
 */
record JavaType(Class<?> raw, List<JavaType> arguments) {

    private static final JavaType OBJECT = new JavaType(Object.class, List.of());
    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(boolean.class, Boolean.class, byte.class, Byte.class,
            short.class, Short.class, int.class, Integer.class, long.class, Long.class, float.class, Float.class,
            double.class, Double.class, char.class, Character.class);
    private static final Set<Class<?>> LISTS = Set.of(List.class, Collection.class, Set.class, Iterable.class);

    /**
     * @param where how errors call the place
     * @param erasable whether wildcards, raw types and type variables may stand for what bounds them, else for Object
     * @throws ContractException for type variables, and for raw types and wildcards where they may not stand
     */
    static JavaType of(Type type, String where, boolean erasable) {
        if (type instanceof Class<?> plain) {
            return ofClass(plain, where, erasable);
        }
        if (type instanceof ParameterizedType parameterized) {
            return new JavaType((Class<?>) parameterized.getRawType(),
                    Arrays.stream(parameterized.getActualTypeArguments()).map(each -> of(each, where, erasable)).toList());
        }
        if (type instanceof GenericArrayType array) {
            JavaType component = of(array.getGenericComponentType(), where, erasable);
            return new JavaType(component.raw.arrayType(), List.of(component));
        }
        if (type instanceof WildcardType wildcard && erasable) {
            return of(wildcard.getUpperBounds()[0], where, true);
        }
        if (type instanceof TypeVariable<?> variable && erasable) {
            return of(erased(variable.getBounds()[0]), where, true);
        }
        String kind = type instanceof TypeVariable<?> ? "a type variable" : "a wildcard";
        throw new ContractException("Type " + type.getTypeName() + " of " + where + " is " + kind
                + ", and Qt types are fixed. Name a type.");
    }

    /** A bound may name its own variable, as in {@code T extends Comparable<T>}. */
    private static Type erased(Type bound) {
        return bound instanceof ParameterizedType parameterized ? parameterized.getRawType() : bound;
    }

    private static JavaType ofClass(Class<?> type, String where, boolean erasable) {
        if (type.isArray()) {
            return new JavaType(type, List.of(of(type.getComponentType(), where, erasable)));
        }
        if (type.getTypeParameters().length > 0) {
            if (!erasable) {
                throw new ContractException("Type " + type.getTypeName() + " of " + where + " is raw, and Qt types are fixed. "
                        + "Name the types of its elements, as in " + type.getSimpleName() + "<String>.");
            }
            return new JavaType(type, Arrays.stream(type.getTypeParameters()).map(each -> OBJECT).toList());
        }
        return new JavaType(WRAPPERS.getOrDefault(type, type), List.of());
    }

    /** {@return whether it is a sequence; a byte array is not, but a value of its own} */
    boolean isList() {
        return raw.isArray() && raw != byte[].class || LISTS.contains(raw);
    }

    boolean isMap() {
        return raw == Map.class;
    }

    /** {@return the type of the elements of a sequence} */
    JavaType element() {
        return arguments.get(0);
    }

    @Override
    public String toString() {
        if (raw.isArray()) {
            return arguments.get(0) + "[]";
        }
        return raw.getSimpleName() + (arguments.isEmpty() ? ""
                : arguments.stream().map(JavaType::toString).collect(Collectors.joining(", ", "<", ">")));
    }
}

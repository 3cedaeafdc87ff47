package io.remoteobjects.node.contract;

import java.util.function.Function;

import io.remoteobjects.wire.type.ConvertedType;
import io.remoteobjects.wire.type.QtType;

/**
 * A Qt type for values of one Java type.
 *
 * @param type how they travel
 * @param check what they must pass before; handles null too
 */
record BoundType(QtType<Object> type, ValueCheck check) {

    /** Binds a type whose Java class is the one wanted. */
    static BoundType of(QtType<?> type, ValueCheck check) {
        @SuppressWarnings("unchecked")
        QtType<Object> untyped = (QtType<Object>) type;
        return new BoundType(untyped, type.isNullable() ? check.nullable() : check.required(type.name()));
    }

    /** Binds a type whose values have another Java class than the one wanted. */
    static <T, B> BoundType converted(QtType<B> base, Function<B, T> toJava, Function<T, B> fromJava, ValueCheck check) {
        return of(ConvertedType.of(base, toJava, fromJava), check);
    }
}

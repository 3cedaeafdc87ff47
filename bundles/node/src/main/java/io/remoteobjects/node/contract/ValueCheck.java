package io.remoteobjects.node.contract;

/** Makes of a value of a Java type the one that will be carried: never to change again, and cut to what Qt can hold. */
@FunctionalInterface
interface ValueCheck {

    /** For immutable values that can always be carried. */
    ValueCheck NONE = value -> value;

    /**
     * @return the value itself where it can be carried as it is, else a copy
     * @throws BadValueException if it cannot be carried
     */
    Object apply(Object value);

    /** {@return this check, and null before it as null is carried} */
    default ValueCheck nullable() {
        return value -> value == null ? null : apply(value);
    }

    /** {@return this check, and null before it as an error} */
    default ValueCheck required(String type) {
        return value -> {
            if (value == null) {
                throw new BadValueException("null is no value of " + type + ": pass a value, for Qt has no null of this type");
            }
            return apply(value);
        };
    }
}

package io.remoteobjects.node.contract;

/**
 * A place in an interface that holds a value: a property, parameter, result, or component of a record.
 *
 * @param name its name on the Qt side
 * @param type its Java type
 * @param repType what {@code @RepType} says, or null
 * @param where how errors call it
 */
record JavaValue(String name, JavaType type, String repType, String where) {
}

package io.remoteobjects.node.contract;

import java.lang.reflect.Method;
import java.util.function.UnaryOperator;

import io.remoteobjects.wire.type.QtType;

/**
 * A property.
 *
 * @param index its number on the wire among the properties
 * @param name its name on the Qt side
 * @param type how its values travel
 * @param modifier who may change it
 * @param persisted whether a replica keeps its value across restarts
 * @param accessor the method that returns its Property, or its value if it is a bean's
 * @param bean what a JavaBean has for it; null for one with an accessor that returns a Property
 * @param notifySignal the number of the signal that tells a change, -1 for constants
 * @param pushSlot the number of the slot by which a replica asks for a change, -1 where there is none
 * @param defaultValue what a replica holds before the first value; null only for types that have null, and for records that refuse the
 *     defaults of their components
 * @param check makes of a Java value the one that is stored and travels (copied where the caller could change it, cut to what Qt can
 *     hold); throws IllegalArgumentException if it cannot be carried
 */
public record PropertyMember(int index, String name, QtType<Object> type, Modifier modifier, boolean persisted, Method accessor,
                             BeanProperty bean, int notifySignal, int pushSlot, Object defaultValue, UnaryOperator<Object> check)
        implements Member {
}

package io.remoteobjects.node.contract;

import java.lang.reflect.Method;

/**
 * What a JavaBean has for a property besides its getter.
 *
 * @param name its name in change events
 * @param setter what pushes it; null where nothing does
 */
public record BeanProperty(String name, Method setter) {
}

package io.remoteobjects.node;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** What the properties of services and configurations mean to this product, wherever it reads them. The keys are those of OSGi. */
public final class PropertyRules {

    private static final Set<String> OF_CONFIGURATIONS = Set.of("service.pid", "service.factoryPid", "service.bundleLocation");

    private static final Set<String> OF_SERVICES = Set.of("service.id", "service.bundleid", "service.scope", "service.ranking",
            "service.changecount", "remote.source");

    private static final Set<String> NUMBERS = Set.of("java.lang", "java.math");

    private PropertyRules() {
    }

    /** {@return whether the container keeps something for itself under a key} */
    public static boolean isOfTheContainer(String key) {
        return key.startsWith(".") || key.startsWith("component.") || key.startsWith("felix.") || key.startsWith("osgi.ds.")
                || OF_CONFIGURATIONS.contains(key);
    }

    /** {@return whether others are not told what an exported service has under a key} */
    public static boolean staysAtHome(String key) {
        return isOfTheContainer(key) || key.startsWith("service.exported.") || OF_SERVICES.contains(key);
    }

    /** {@return whether a value may leave the container: text, a number or the like, or several; never a live object} */
    public static boolean isPortable(Object value) {
        if (value instanceof Collection<?> collection) {
            return value.getClass().getName().startsWith("java.") && collection.stream().allMatch(PropertyRules::isScalar);
        }
        return value.getClass().isArray() ? IntStream.range(0, Array.getLength(value)).allMatch(i -> isScalar(Array.get(value, i)))
                : isScalar(value);
    }

    /** Of numbers those that never change, which those of java.util.concurrent do. */
    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Character
                || value instanceof Number && NUMBERS.contains(value.getClass().getPackageName());
    }

    /** {@return whether two sets of properties are the same, arrays compared by what is in them} */
    public static boolean areEqual(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(each -> Objects.deepEquals(each.getValue(), other.get(each.getKey())));
    }

    /**
     * @param list a configured list, which a file has as one text with commas
     * @return its elements, without space around them; none of them is empty
     */
    public static List<String> elements(String... list) {
        return Arrays.stream(list).flatMap(each -> Arrays.stream(each.split(","))).map(String::trim).filter(each -> !each.isEmpty())
                .toList();
    }
}

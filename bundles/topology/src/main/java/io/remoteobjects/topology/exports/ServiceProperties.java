package io.remoteobjects.topology.exports;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** What a change of an exported service's properties means for its endpoint. */
final class ServiceProperties {

    static final String SOURCE = "remote.source";

    private static final Set<String> AT_HOME = Set.of(Constants.SERVICE_ID, Constants.SERVICE_PID, Constants.SERVICE_BUNDLEID,
            Constants.SERVICE_SCOPE, Constants.SERVICE_RANKING, Constants.SERVICE_CHANGECOUNT);

    private ServiceProperties() {
    }

    /** {@return the properties of a service, overlaid with others} */
    static Map<String, Object> of(ServiceReference<?> service, Map<String, Object> additions) {
        Map<String, Object> properties = caseInsensitive();
        for (String key : service.getPropertyKeys()) {
            properties.put(key, service.getProperty(key));
        }
        properties.putAll(additions);
        return properties;
    }

    private static Map<String, Object> caseInsensitive() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    /** {@return whether the properties differ in what decides how the service is exported, so that it must be exported anew} */
    static boolean isAnotherExport(Map<String, Object> before, Map<String, Object> now) {
        return caseInsensitiveKeys(before, now).stream().filter(ServiceProperties::decides)
                .anyMatch(key -> !Objects.deepEquals(before.get(key), now.get(key)));
    }

    private static boolean decides(String key) {
        return key.startsWith("service.exported.") || key.startsWith("remoteobjects.") || key.equals(SOURCE)
                || key.equals("osgi.basic.timeout") || key.equals(Constants.OBJECTCLASS);
    }

    /** {@return whether two sets of properties are the same, arrays compared by what is in them} */
    static boolean areEqual(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(each -> Objects.deepEquals(each.getValue(), other.get(each.getKey())));
    }

    /**
     * Carries a change over to the endpoint: what the provider added or replaced stays, what it left out stays out. Live values stay here.
     *
     * @param endpoint the properties of the endpoint when the service was exported
     * @param before those of the service then
     * @param now those of the service now
     * @return those of the endpoint now
     */
    static Map<String, Object> carryOver(Map<String, Object> endpoint, Map<String, Object> before, Map<String, Object> now) {
        Map<String, Object> result = caseInsensitive();
        result.putAll(endpoint);
        for (String key : caseInsensitiveKeys(before, now)) {
            Object value = now.get(key);
            boolean changed = !Objects.deepEquals(before.get(key), value);
            boolean carried = before.containsKey(key) ? result.containsKey(key) && Objects.deepEquals(before.get(key), result.get(key))
                    : !result.containsKey(key) && !staysAtHome(key);
            if (changed && carried) {
                if (value != null && isPortable(value)) {
                    result.put(key, value);
                } else {
                    result.remove(key);
                }
            }
        }
        return new HashMap<>(result);
    }

    private static Set<String> caseInsensitiveKeys(Map<String, Object> one, Map<String, Object> other) {
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        keys.addAll(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    /** {@return whether a value may leave the container: text, a number or the like, or several; never a live object} */
    private static boolean isPortable(Object value) {
        if (value instanceof Collection<?> collection) {
            return isOfJdk(value) && collection.stream().allMatch(ServiceProperties::isScalar);
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).allMatch(ServiceProperties::isScalar);
        }
        return value.getClass().isArray() || isScalar(value);
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Character
                || value instanceof Number && isOfJdk(value);
    }

    private static boolean isOfJdk(Object value) {
        return value.getClass().getName().startsWith("java.");
    }

    private static boolean staysAtHome(String key) {
        return isOfTheContainer(key) || key.startsWith("service.exported.") || key.equals(SOURCE) || AT_HOME.contains(key);
    }

    /** {@return whether the container keeps something for itself under a key} */
    static boolean isOfTheContainer(String key) {
        return key.startsWith(".") || key.startsWith("component.") || key.startsWith("felix.") || key.startsWith("osgi.ds.");
    }
}

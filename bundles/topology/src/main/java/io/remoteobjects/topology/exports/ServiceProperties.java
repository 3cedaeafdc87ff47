package io.remoteobjects.topology.exports;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

import io.remoteobjects.node.PropertyRules;

/** What a change of an exported service's properties means for its endpoint. */
final class ServiceProperties {

    static final String SOURCE = "remote.source";

    private ServiceProperties() {
    }

    /** {@return the properties of a service, overlaid with others} */
    static Map<String, Object> of(ServiceReference<?> service, Map<String, Object> additions) {
        Map<String, Object> properties = caseInsensitive();
        for (String key : service.getPropertyKeys()) {
            Object value = service.getProperty(key);
            // Another thread may have removed it in between, of which it tells next.
            if (value != null) {
                properties.put(key, value);
            }
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
                    : !result.containsKey(key) && !PropertyRules.staysAtHome(key);
            if (changed && carried) {
                if (value != null && PropertyRules.isPortable(value)) {
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
}

package io.remoteobjects.topology.exports;

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

    private static final Set<String> AT_HOME = Set.of(Constants.SERVICE_ID, Constants.SERVICE_PID, Constants.SERVICE_BUNDLEID,
            Constants.SERVICE_SCOPE, Constants.SERVICE_RANKING, Constants.SERVICE_CHANGECOUNT);

    private ServiceProperties() {
    }

    static Map<String, Object> of(ServiceReference<?> service) {
        Map<String, Object> properties = caseInsensitive();
        for (String key : service.getPropertyKeys()) {
            properties.put(key, service.getProperty(key));
        }
        return properties;
    }

    private static Map<String, Object> caseInsensitive() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    /** {@return whether the properties differ in what decides how the service is exported, so that it must be exported anew} */
    static boolean isAnotherExport(Map<String, Object> before, Map<String, Object> now) {
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        keys.addAll(before.keySet());
        keys.addAll(now.keySet());
        return keys.stream().filter(ServiceProperties::decides).anyMatch(key -> !Objects.deepEquals(before.get(key), now.get(key)));
    }

    private static boolean decides(String key) {
        return key.startsWith("service.exported.") || key.startsWith("remoteobjects.") || key.equals("remote.source")
                || key.equals("osgi.basic.timeout") || key.equals(Constants.OBJECTCLASS);
    }

    /** {@return whether two sets of properties are the same, arrays compared by what is in them} */
    static boolean areEqual(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(each -> Objects.deepEquals(each.getValue(), other.get(each.getKey())));
    }

    /**
     * Carries a change over to the endpoint: what the provider added or replaced stays, what it left out stays out.
     *
     * @param endpoint the properties of the endpoint when the service was exported
     * @param before those of the service then
     * @param now those of the service now
     * @return those of the endpoint now
     */
    static Map<String, Object> carryOver(Map<String, Object> endpoint, Map<String, Object> before, Map<String, Object> now) {
        Map<String, Object> then = caseInsensitive();
        then.putAll(endpoint);
        Map<String, Object> result = caseInsensitive();
        result.putAll(endpoint);
        before.forEach((key, value) -> {
            if (Objects.deepEquals(value, then.get(key))) {
                result.remove(key);
            }
        });
        now.forEach((key, value) -> {
            boolean leftOut = before.containsKey(key) && !then.containsKey(key);
            if (!leftOut && !result.containsKey(key) && !staysAtHome(key)) {
                result.put(key, value);
            }
        });
        return new HashMap<>(result);
    }

    private static boolean staysAtHome(String key) {
        return key.startsWith(".") || key.startsWith("service.exported.") || key.startsWith("component.") || key.startsWith("felix.")
                || key.startsWith("osgi.ds.") || key.equals("remote.source") || AT_HOME.contains(key);
    }
}

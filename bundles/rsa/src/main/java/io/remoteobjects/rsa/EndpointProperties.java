package io.remoteobjects.rsa;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.node.PropertyRules;
import io.remoteobjects.node.Remoting;

/**
 * Makes the properties of an endpoint from those of its service. They go to other containers as they are, by Java serialization and as
 * XML among other ways: so only JDK values, never live ones, and nothing of what the container keeps with a service for itself.
 */
final class EndpointProperties {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointProperties.class);

    private static final Set<String> OURS = Set.of(Endpoints.NAME, Endpoints.TYPE, Endpoints.URL, Endpoints.SIGNATURE);

    private EndpointProperties() {
    }

    /**
     * @param service the service's properties
     * @throws IllegalArgumentException if one that is meant for this configuration type has a wrong type
     */
    static void check(Map<String, Object> service) {
        service.forEach((key, value) -> {
            boolean text = OURS.contains(key) || key.equals(Endpoints.SOURCE);
            if (text && !(value instanceof String) || key.startsWith(Endpoints.PREFIX) && !PropertyRules.isPortable(value)) {
                throw new IllegalArgumentException("Service property " + key + " is a " + value.getClass().getName() + ". Set it to a "
                        + (text ? "String." : "String, number, boolean, or an array, List or Set of them."));
            }
        });
    }

    /**
     * @param service the service's properties
     * @param remoting as what it is shared
     * @param endpointId the endpoint's id
     * @return the endpoint's properties
     */
    static Map<String, Object> of(Map<String, Object> service, Remoting remoting, String endpointId) {
        Map<String, Object> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        service.forEach((key, value) -> {
            if (!PropertyRules.staysAtHome(key)) {
                if (PropertyRules.isPortable(value)) {
                    properties.put(key, value);
                } else {
                    LOG.warn("Service property {} of {} stays here: other containers may not know {}. Use a String or a number.", key,
                            remoting.name(), value.getClass().getName());
                }
            }
        });
        properties.put(RemoteConstants.ENDPOINT_ID, endpointId);
        properties.put(RemoteConstants.SERVICE_IMPORTED, "true");
        properties.put(RemoteConstants.SERVICE_IMPORTED_CONFIGS, new String[] {Endpoints.CONFIG_TYPE});
        properties.put(RemoteConstants.SERVICE_INTENTS, Intents.of(service));
        properties.put(Endpoints.NAME, remoting.name());
        properties.put(Endpoints.TYPE, remoting.typeName());
        properties.put(Endpoints.SIGNATURE, remoting.signature());
        properties.put(Endpoints.URL, remoting.urls().get(0));
        return new HashMap<>(properties);
    }
}

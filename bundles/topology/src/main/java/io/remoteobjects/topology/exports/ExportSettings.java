package io.remoteobjects.topology.exports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.remoteserviceadmin.RemoteConstants;

import io.remoteobjects.node.PropertyRules;

/**
 * What one configuration says of the services to export. It can export services without any marking; what it says wins over a marking.
 *
 * @param pid the configuration
 * @param name the object name they are to have; empty to leave that to them
 * @param filterText as it is configured
 * @param filter chooses them; null if there is none that can be used, and none is chosen
 * @param properties what is added to those of the service
 * @param problem what is wrong with the configuration and what to write; empty if nothing
 */
public record ExportSettings(String pid, String name, String filterText, Filter filter, Map<String, Object> properties, String problem) {

    private static final String CONFIG_TYPE = "remoteobjects";

    private static final Set<String> OWN_KEYS = Set.of("filter", "name", "interfaces");

    /**
     * @param pid the configuration
     * @param filter LDAP filter that chooses the services
     * @param name the object name; blank for none
     * @param interfaces their names, several in one text separated by commas; none for all that the service is registered under
     * @param configuration all of it; what has no meaning here is for the endpoint
     * @return the settings, with what is wrong with them
     */
    public static ExportSettings of(String pid, String filter, String name, String[] interfaces, Map<String, Object> configuration) {
        Map<String, Object> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        configuration.forEach((key, value) -> {
            if (!OWN_KEYS.contains(key) && !isOfTheContainer(key)) {
                properties.put(key, value);
            }
        });
        if (!name.isBlank()) {
            properties.put(ServiceProperties.SOURCE, name.trim());
        }
        List<String> names = PropertyRules.elements(interfaces);
        if (!names.isEmpty()) {
            properties.put(RemoteConstants.SERVICE_EXPORTED_INTERFACES, names.toArray(String[]::new));
        }
        try {
            return new ExportSettings(pid, name.trim(), filter, FrameworkUtil.createFilter(filter), properties, "");
        } catch (InvalidSyntaxException malformed) {
            return new ExportSettings(pid, name.trim(), filter, null, properties, "Configuration " + pid + ": filter=" + filter
                    + " cannot be used" + (filter.isBlank() ? "" : " (" + malformed.getMessage() + ")")
                    + ", and nothing is exported by it. Write an LDAP filter that chooses services, such as (objectClass=com.acme.Clock).");
        }
    }

    private static boolean isOfTheContainer(String key) {
        return PropertyRules.isOfTheContainer(key) || key.startsWith("service.") && !key.startsWith("service.exported.");
    }

    /** {@return whether it chooses a service} */
    boolean chooses(ServiceReference<?> service) {
        return filter != null && filter.match(service);
    }

    /**
     * @param marked whether the service asks to be exported itself
     * @return what is added to its properties
     */
    Map<String, Object> additions(boolean marked) {
        if (marked) {
            return properties;
        }
        Map<String, Object> marking = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        marking.put(RemoteConstants.SERVICE_EXPORTED_INTERFACES, "*");
        marking.put(RemoteConstants.SERVICE_EXPORTED_CONFIGS, CONFIG_TYPE);
        marking.putAll(properties);
        return marking;
    }
}

package io.remoteobjects.topology.exports;

import java.util.Collection;
import java.util.Map;

import org.osgi.framework.ServiceReference;
import org.osgi.service.remoteserviceadmin.RemoteConstants;

/**
 * Why and how a service is to be exported.
 *
 * @param configuration PID of the configuration that says so; empty if the service itself does
 * @param additions what is added to its properties
 */
record Marking(String configuration, Map<String, Object> additions) {

    /**
     * @param service a service
     * @param configurations in the order in which they may choose it
     * @return its marking; null if it is not to be exported
     */
    static Marking of(ServiceReference<?> service, Collection<ExportSettings> configurations) {
        boolean marked = isMarked(service.getProperty(RemoteConstants.SERVICE_EXPORTED_INTERFACES));
        return configurations.stream().filter(each -> each.chooses(service)).findFirst()
                .map(each -> new Marking(each.pid(), each.additions(marked)))
                .orElse(marked ? new Marking("", Map.of()) : null);
    }

    /** As OSGi says: a text, or an array or collection of them, and an empty one means nothing. */
    private static boolean isMarked(Object interfaces) {
        return interfaces instanceof String text ? !text.isBlank()
                : interfaces instanceof Object[] array ? array.length > 0
                : interfaces instanceof Collection<?> collection && !collection.isEmpty();
    }
}

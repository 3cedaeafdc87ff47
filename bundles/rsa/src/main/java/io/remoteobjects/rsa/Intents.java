package io.remoteobjects.rsa;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.service.remoteserviceadmin.RemoteConstants;

/** What is promised of every endpoint, and what services ask for. */
final class Intents {

    static final String BASIC = "osgi.basic";

    static final String ASYNC = "osgi.async";

    private static final List<String> SUPPORTED = List.of(BASIC, ASYNC);

    private Intents() {
    }

    /** {@return whether all intents that a service asks for are kept} */
    static boolean areKept(Map<String, Object> service) {
        return SUPPORTED.containsAll(texts(service.get(RemoteConstants.SERVICE_EXPORTED_INTENTS)))
                && SUPPORTED.containsAll(texts(service.get(RemoteConstants.SERVICE_EXPORTED_INTENTS_EXTRA)));
    }

    /** {@return the intents of the endpoint of a service: ours, and what the service itself declares} */
    static String[] of(Map<String, Object> service) {
        Set<String> intents = new LinkedHashSet<>(SUPPORTED);
        intents.addAll(texts(service.get(RemoteConstants.SERVICE_INTENTS)));
        return intents.toArray(String[]::new);
    }

    /** OSGi's {@code String+}: a text, or an array or collection of them. */
    private static List<String> texts(Object value) {
        if (value instanceof String text) {
            return List.of(text);
        }
        if (value instanceof String[] array) {
            return Arrays.asList(array);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().filter(String.class::isInstance).map(String.class::cast).toList();
        }
        return List.of();
    }
}

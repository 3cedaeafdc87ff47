package io.remoteobjects.discovery;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteConstants;

import io.remoteobjects.node.PropertyRules;

/** An endpoint that somebody wrote down; one for each configuration. */
@Component(service = {}, immediate = true, configurationPid = ConfiguredEndpoint.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ConfiguredEndpointConfiguration.class, factory = true)
public final class ConfiguredEndpoint {

    static final String PID = "io.remoteobjects.endpoint";

    private final Discovery.Channel channel;

    /**
     * Tells of the endpoint.
     *
     * @param discovery whom to tell
     * @param config what a remote object needs
     * @param properties all properties of the endpoint, and those that every component has
     */
    @Activate
    public ConfiguredEndpoint(@Reference Discovery discovery, ConfiguredEndpointConfiguration config, Map<String, Object> properties) {
        EndpointDescription endpoint = describe(config, properties);
        channel = discovery.open(own -> { });
        channel.found(endpoint.getId(), List.of(endpoint));
    }

    @Deactivate
    void stop() {
        channel.close();
    }

    /**
     * @return the endpoint
     * @throws IllegalArgumentException if something is missing or makes no sense; the message says what to write
     */
    static EndpointDescription describe(ConfiguredEndpointConfiguration config, Map<String, Object> properties) {
        Map<String, Object> endpoint = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String[] interfaces = elements(config.objectClass());
        String[] configTypes = elements(config.service_imported_configs());
        if (Arrays.asList(configTypes).contains(PlainEndpoints.CONFIG_TYPE)) {
            require(interfaces.length > 0, Constants.OBJECTCLASS, "the class names of its interfaces", properties);
            require(!config.remoteobjects_name().isBlank(), PlainEndpoints.NAME, "the name of the object", properties);
            require(!config.remoteobjects_url().isBlank(), PlainEndpoints.URL, "where its host listens", properties);
            String type = interfaces[0].substring(interfaces[0].lastIndexOf('.') + 1);
            endpoint.putAll(PlainEndpoints.properties(config.remoteobjects_name(), type, config.remoteobjects_url(), interfaces));
        }
        properties.entrySet().stream().filter(each -> !PropertyRules.isOfTheContainer(each.getKey()) && !each.getValue().equals(""))
                .forEach(each -> endpoint.put(each.getKey(), each.getValue()));
        endpoint.put(Constants.OBJECTCLASS, interfaces);
        endpoint.put(RemoteConstants.SERVICE_IMPORTED_CONFIGS, configTypes);
        endpoint.put(RemoteConstants.SERVICE_IMPORTED, "true");
        endpoint.computeIfPresent(RemoteConstants.SERVICE_INTENTS, (key, value) -> value instanceof String text ? elements(text) : value);
        endpoint.computeIfPresent(Constants.SERVICE_RANKING, (key, value) -> {
            boolean isNumber = String.valueOf(value).trim().matches("-?\\d{1,9}");
            require(isNumber, "usable " + Constants.SERVICE_RANKING, "a number", properties);
            return Integer.valueOf(String.valueOf(value).trim());
        });
        require(endpoint.containsKey(RemoteConstants.ENDPOINT_ID), RemoteConstants.ENDPOINT_ID, "a text that no other endpoint has",
                properties);
        return new EndpointDescription(endpoint);
    }

    private static void require(boolean there, String key, String what, Map<String, Object> properties) {
        if (!there) {
            throw new IllegalArgumentException("The endpoint configured as "
                    + Objects.requireNonNullElse(properties.get("felix.fileinstall.filename"), properties.get(Constants.SERVICE_PID))
                    + " has no " + key + ". Write " + what + ", or remove the configuration.");
        }
    }

    /** {@return the elements of a list, which a file has as one text} */
    private static String[] elements(String... list) {
        return PropertyRules.elements(list).toArray(String[]::new);
    }
}

package io.remoteobjects.discovery;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.osgi.framework.Constants;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteConstants;

/**
 * Describes objects of hosts that describe nothing themselves, as those of Qt: by name, type and address. The same object gives the
 * same description however often its host restarts.
 */
final class PlainEndpoints {

    /** The configuration type of the endpoints, and how the names of their properties begin. */
    static final String CONFIG_TYPE = "remoteobjects";

    /** The endpoint property with the object name. */
    static final String NAME = "remoteobjects.name";

    /** The endpoint property with the QtRO type name. */
    static final String TYPE = "remoteobjects.type";

    /** The endpoint property that says where the object is. */
    static final String URL = "remoteobjects.url";

    private PlainEndpoints() {
    }

    /**
     * @param name the object name
     * @param typeName its QtRO type name
     * @param url where its host is
     * @param interfaceName an interface that claims the type
     * @return the endpoint
     */
    static KnownEndpoint describe(String name, String typeName, String url, String interfaceName) {
        return KnownEndpoint.of(new EndpointDescription(properties(name, typeName, url, interfaceName)));
    }

    /** {@return the properties of such an endpoint, with one interface or several} */
    static Map<String, Object> properties(String name, String typeName, String url, String... interfaceNames) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(RemoteConstants.ENDPOINT_ID, CONFIG_TYPE + ":" + url + "/" + name + "/" + String.join(",", interfaceNames));
        properties.put(RemoteConstants.ENDPOINT_FRAMEWORK_UUID, frameworkOf(url));
        properties.put(RemoteConstants.SERVICE_IMPORTED, "true");
        properties.put(RemoteConstants.SERVICE_IMPORTED_CONFIGS, List.of(CONFIG_TYPE));
        properties.put(Constants.OBJECTCLASS, interfaceNames);
        properties.put(NAME, name);
        properties.put(TYPE, typeName);
        properties.put(URL, url);
        return properties;
    }

    /** Remote Service Admin wants every endpoint to be in a framework, so a host outside OSGi stands for one. */
    private static String frameworkOf(String url) {
        return UUID.nameUUIDFromBytes((CONFIG_TYPE + ":" + url).getBytes(StandardCharsets.UTF_8)).toString();
    }
}

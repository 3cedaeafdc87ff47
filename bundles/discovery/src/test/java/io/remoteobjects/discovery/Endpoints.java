package io.remoteobjects.discovery;

import java.util.HashMap;
import java.util.Map;

import org.osgi.service.remoteserviceadmin.EndpointDescription;

/** Makes endpoint descriptions for tests. */
final class Endpoints {

    private Endpoints() {
    }

    /** An endpoint of an unknown configuration type with some properties more. */
    static EndpointDescription with(Map<String, Object> properties) {
        return endpoint("id", "framework", "other", properties);
    }

    static EndpointDescription endpoint(String id, String framework, String configType, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("objectClass", new String[] {"org.acme.Gps"});
        properties.put("endpoint.id", id);
        properties.put("endpoint.framework.uuid", framework);
        properties.put("service.imported.configs", configType);
        return new EndpointDescription(properties);
    }
}

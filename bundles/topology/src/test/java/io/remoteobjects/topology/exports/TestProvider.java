package io.remoteobjects.topology.exports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.aries.rsa.spi.DistributionProvider;
import org.apache.aries.rsa.spi.Endpoint;
import org.osgi.framework.BundleContext;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

/** Exports anything, and notes what is open. Adds to an endpoint's properties what a provider adds. */
final class TestProvider implements DistributionProvider {

    private final String configType;
    private final List<String> open = new ArrayList<>();
    private int exports;

    TestProvider(String configType) {
        this.configType = configType;
    }

    /** {@return the names of what is exported now} */
    List<String> open() {
        return List.copyOf(open);
    }

    /** {@return how many exports there ever were} */
    int exports() {
        return exports;
    }

    @Override
    public String[] getSupportedTypes() {
        return new String[] {configType};
    }

    @Override
    public Endpoint exportService(Object service, BundleContext owner, Map<String, Object> properties, Class[] interfaces) {
        String name = String.valueOf(properties.getOrDefault("remote.source", interfaces[0].getSimpleName()));
        if (open.contains(name)) {
            throw new IllegalStateException("the name " + name + " is in use");
        }
        Map<String, Object> endpoint = new HashMap<>(properties);
        endpoint.keySet().removeIf(key -> key.startsWith("service.exported.") || key.equals("remote.source"));
        endpoint.put("endpoint.id", configType + ":" + ++exports);
        endpoint.put("service.imported.configs", configType);
        endpoint.put("service.intents", "osgi.basic");
        endpoint.put("remoteobjects.name", name);
        EndpointDescription description = new EndpointDescription(endpoint);
        open.add(name);
        return new Endpoint() {
            @Override
            public EndpointDescription description() {
                return description;
            }

            @Override
            public void close() {
                open.remove(name);
            }
        };
    }

    @Override
    public Object importEndpoint(ClassLoader loader, BundleContext consumer, Class[] interfaces, EndpointDescription endpoint) {
        throw new UnsupportedOperationException("It only exports");
    }
}

package io.remoteobjects.rsa;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.remoteserviceadmin.EndpointDescription;

import io.remoteobjects.node.Node;
import io.remoteobjects.node.Remoting;

/** Shares services with other containers. Any thread. */
final class Exporter {

    private final Node node;
    private final AtomicLong exports = new AtomicLong();

    Exporter(Node node) {
        this.node = node;
    }

    /**
     * @param service the service object
     * @param properties the properties of the service, overlaid with those given to the export
     * @param interfaces what to export it by
     * @return the endpoint; null if the service asks for an intent that is not kept here
     * @throws IllegalArgumentException if a property for this configuration type has a wrong type
     * @throws IllegalStateException if it cannot be shared: its name is in use, or an interface cannot be mapped
     */
    SharedEndpoint export(Object service, Map<String, Object> properties, Class<?>... interfaces) {
        EndpointProperties.check(properties);
        if (!Intents.areKept(properties)) {
            return null;
        }
        if (node.addresses().isEmpty()) {
            throw new IllegalStateException("This container listens nowhere, so nobody could reach the service. Name an address that can "
                    + "be used in \"listen\" of io.remoteobjects.");
        }
        String unique = node.id() + "/" + exports.incrementAndGet();
        Remoting remoting = share(ObjectName.of(properties, interfaces, unique), service, interfaces);
        boolean described = false;
        try {
            EndpointDescription description = new EndpointDescription(
                    EndpointProperties.of(properties, remoting, Endpoints.CONFIG_TYPE + ":" + unique));
            described = true;
            return new SharedEndpoint(remoting, description);
        } finally {
            if (!described) {
                remoting.close();
            }
        }
    }

    /** What is wrong with the service is no fault of the properties, which is what an IllegalArgumentException here would say. */
    private Remoting share(String name, Object service, Class<?>... interfaces) {
        try {
            return node.enableRemoting(name, service, interfaces);
        } catch (IllegalArgumentException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }
}

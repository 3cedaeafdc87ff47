package io.remoteobjects.discovery;

import java.util.List;

import org.osgi.service.remoteserviceadmin.EndpointDescription;

/**
 * An endpoint.
 *
 * @param description of it
 * @param version the description as XML, which differs whenever it says something else
 */
record KnownEndpoint(EndpointDescription description, String version) {

    static KnownEndpoint of(EndpointDescription description) {
        return new KnownEndpoint(description, EndpointXml.write(List.of(description)));
    }

    String id() {
        return description.getId();
    }
}

package io.remoteobjects.discovery;

import java.util.List;

import org.osgi.service.remoteserviceadmin.EndpointDescription;

/**
 * An endpoint.
 *
 * @param description of it
 * @param version differs whenever the description says something else
 */
record KnownEndpoint(EndpointDescription description, String version) {

    /** {@return an endpoint whose version is its description as XML} */
    static KnownEndpoint of(EndpointDescription description) {
        return new KnownEndpoint(description, EndpointXml.write(List.of(description)));
    }

    String id() {
        return description.getId();
    }
}

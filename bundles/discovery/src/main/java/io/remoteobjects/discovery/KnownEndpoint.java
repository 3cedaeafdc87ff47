package io.remoteobjects.discovery;

import org.osgi.service.remoteserviceadmin.EndpointDescription;

/**
 * An endpoint elsewhere.
 *
 * @param description of it
 * @param version differs whenever the description says something else
 */
record KnownEndpoint(EndpointDescription description, String version) {

    String id() {
        return description.getId();
    }
}

package io.remoteobjects.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.service.remoteserviceadmin.EndpointDescription;

/** Who can reach an endpoint of the configuration type {@code remoteobjects}. A local socket is of use on one machine only. */
final class Reach {

    private Reach() {
    }

    static boolean isLocal(String url) {
        return url.startsWith("local:");
    }

    /** {@return an endpoint that can be reached at one address} */
    static EndpointDescription at(String url, EndpointDescription endpoint) {
        Map<String, Object> properties = new HashMap<>(endpoint.getProperties());
        properties.put(PlainEndpoints.URL, url);
        return new EndpointDescription(properties);
    }

    /** {@return whether an endpoint is one of ours, and offered on local sockets only} */
    static boolean isLocalOnly(EndpointDescription endpoint) {
        return isOurs(endpoint) && urls(endpoint).allMatch(Reach::isLocal);
    }

    static boolean isOurs(EndpointDescription endpoint) {
        return endpoint.getConfigurationTypes().contains(PlainEndpoints.CONFIG_TYPE);
    }

    private static Stream<String> urls(EndpointDescription endpoint) {
        Object urls = endpoint.getProperties().get(PlainEndpoints.URL);
        return urls instanceof List<?> several ? several.stream().map(Objects::toString)
                : urls instanceof Object[] several ? Stream.of(several).map(Objects::toString) : Stream.of(String.valueOf(urls));
    }

    /**
     * @param endpoint an endpoint of this container
     * @param networkUrl where other machines reach this container; empty if they cannot
     * @return the endpoint as they can use it; empty if they cannot
     */
    static Optional<EndpointDescription> abroad(EndpointDescription endpoint, Optional<String> networkUrl) {
        return isOurs(endpoint) ? networkUrl.map(url -> at(url, endpoint)) : Optional.of(endpoint);
    }
}

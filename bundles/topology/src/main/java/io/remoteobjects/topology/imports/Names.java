package io.remoteobjects.topology.imports;

import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteConstants;

import io.remoteobjects.Replica;

/** The properties of endpoints of the configuration type {@code remoteobjects}, and of what is imported from them. */
final class Names {

    static final String CONFIG_TYPE = "remoteobjects";
    static final String NAME = "remoteobjects.name";
    static final String TYPE = "remoteobjects.type";
    static final String URL = "remoteobjects.url";
    static final String STATE = "remoteobjects.state";

    private Names() {
    }

    static boolean isReplica(EndpointDescription endpoint) {
        return endpoint.getConfigurationTypes().contains(CONFIG_TYPE);
    }

    static String text(EndpointDescription endpoint, String key) {
        return endpoint.getProperties().get(key) instanceof String text ? text : "";
    }

    /** {@return what a bundle is called: its symbolic name, which those without a manifest version have none of} */
    static String of(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name == null ? "bundle " + bundle.getBundleId() : name;
    }

    /** {@return what to tell of a failure; only the message of a refused argument is known to say what was tried} */
    static String problem(String what, Throwable failure) {
        boolean says = failure instanceof IllegalArgumentException && failure.getMessage() != null;
        return says ? failure.getMessage() : what + " failed: " + failure;
    }

    /** {@return the properties that an endpoint's service has, as a filter sees them} */
    static Dictionary<String, Object> asService(EndpointDescription endpoint) {
        String[] interfaces = endpoint.getInterfaces().toArray(String[]::new);
        return new Hashtable<>(imported(endpoint, endpoint.getId(), interfaces, Replica.State.VALID).getProperties());
    }

    /** {@return an endpoint whose service has a ranking: its own, or else this one} */
    static EndpointDescription ranked(EndpointDescription endpoint, int ranking) {
        Map<String, Object> properties = new HashMap<>(endpoint.getProperties());
        properties.putIfAbsent(Constants.SERVICE_RANKING, ranking);
        return new EndpointDescription(properties);
    }

    /** {@return whether two endpoints are the same object at the same host, as before and after its restart} */
    static boolean sameObject(EndpointDescription one, EndpointDescription other) {
        return text(one, NAME).equals(text(other, NAME)) && text(one, URL).equals(text(other, URL))
                && one.getInterfaces().equals(other.getInterfaces())
                && one.getConfigurationTypes().equals(other.getConfigurationTypes());
    }

    /** {@return an endpoint as it is imported: under an id, by some of its interfaces, and with the state of its Source} */
    static EndpointDescription imported(EndpointDescription endpoint, String id, String[] interfaces, Replica.State state) {
        Map<String, Object> properties = new HashMap<>(endpoint.getProperties());
        properties.put(RemoteConstants.ENDPOINT_ID, id);
        properties.put(Constants.OBJECTCLASS, interfaces);
        if (isReplica(endpoint)) {
            properties.put(STATE, state.qtName());
        }
        return new EndpointDescription(properties);
    }
}

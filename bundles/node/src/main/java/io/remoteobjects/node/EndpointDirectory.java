package io.remoteobjects.node;

import java.util.Map;

import org.osgi.util.promise.Promise;

import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;

/**
 * What every node of this product shares beside its Sources, as {@code remoteobjects:} and the node's id: descriptions of what it
 * offers that say more than a QtRO registry can, and the greeting by which two such nodes recognise each other.
 */
@RemoteObject
public interface EndpointDirectory {

    /** {@return endpoint descriptions in the XML of OSGi's Endpoint Description Extender Format (chapter 122.8), by endpoint id} */
    Property<Map<String, Object>> endpoints();

    /**
     * Tells that the caller knows what this product knows beyond Qt.
     *
     * @param peer the id of the caller's node
     * @return the id of this node
     */
    Promise<String> hello(String peer);
}

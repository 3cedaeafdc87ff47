package io.remoteobjects.node;

import java.util.Map;

import org.osgi.util.promise.Promise;

import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.node.dialect.Dialect;

/**
 * What every node of this product shares beside its Sources, as {@code remoteobjects:} and the node's id: descriptions of what it
 * offers that say more than a QtRO registry can, and the greeting by which two such nodes recognise each other.
 */
@RemoteObject
public interface EndpointDirectory {

    /** How the name of every node's directory begins; the node's id follows. */
    String NAME_PREFIX = Dialect.DIRECTORY_PREFIX;

    /** {@return endpoint descriptions in the XML of OSGi's Endpoint Description Extender Format (chapter 122.8), by endpoint id} */
    Property<Map<String, Object>> endpoints();

    /**
     * {@return whether {@link #endpoints()} describes all that the node offers; if not, as for a node outside OSGi, its objects are known
     * by name and type only, as those of a Qt host}
     */
    Property<Boolean> complete();

    /**
     * Tells that the caller knows what this product knows beyond Qt.
     *
     * @param peer the id of the caller's node
     * @return the id of this node
     */
    Promise<String> hello(String peer);
}

package io.remoteobjects.discovery;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.osgi.service.remoteserviceadmin.EndpointDescription;

/**
 * Endpoint descriptions as XML. Any thread.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.cmpn/8.0.0/service.remoteserviceadmin.html">OSGi Compendium 122.8, Endpoint
 *     Description Extender Format</a>
 */
public final class EndpointXml {

    private EndpointXml() {
    }

    /**
     * @param endpoints what to write; a property of a type that the format does not know is left out, with a warning
     * @return the text, the same for the same descriptions in the same order
     */
    public static String write(Collection<EndpointDescription> endpoints) {
        return EndpointXmlWriter.write(endpoints);
    }

    /**
     * Reads what somebody sent: nothing outside the text is looked at, and document types are refused.
     *
     * @param xml the text
     * @param problem told why an endpoint is left out that makes no sense
     * @return the other endpoints
     * @throws IllegalArgumentException if the text is no such XML; the message says why
     */
    public static List<EndpointDescription> read(String xml, Consumer<String> problem) {
        return EndpointXmlReader.read(xml, problem);
    }
}

package io.remoteobjects.discovery;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes endpoint descriptions as XML, the same text for the same descriptions.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.cmpn/8.0.0/service.remoteserviceadmin.html">OSGi Compendium 122.8, Endpoint
 *     Description Extender Format</a>
 */
final class EndpointXmlWriter {

    static final String NAMESPACE = "http://www.osgi.org/xmlns/rsa/v1.0.0";

    private static final Logger LOG = LoggerFactory.getLogger(EndpointXmlWriter.class);

    private final StringBuilder xml = new StringBuilder();

    private EndpointXmlWriter() {
    }

    /**
     * @param endpoints what to write; a property of a type that the format does not know is left out, with a warning
     * @return the text
     */
    static String write(Collection<EndpointDescription> endpoints) {
        EndpointXmlWriter writer = new EndpointXmlWriter();
        writer.xml.append("<endpoint-descriptions xmlns=\"").append(NAMESPACE).append("\">\n");
        endpoints.forEach(writer::endpoint);
        return writer.xml.append("</endpoint-descriptions>\n").toString();
    }

    private void endpoint(EndpointDescription endpoint) {
        xml.append("  <endpoint-description>\n");
        for (Map.Entry<String, Object> property : new TreeMap<>(endpoint.getProperties()).entrySet()) {
            if (!property(property.getKey(), property.getValue())) {
                LOG.warn("Endpoint {} is told without its property {}: the format knows no {}. Use text, numbers, or lists of them.",
                        endpoint.getId(), property.getKey(), property.getValue().getClass().getName());
            }
        }
        xml.append("  </endpoint-description>\n");
    }

    /** {@return false, with nothing written, for a value that cannot be} */
    private boolean property(String name, Object value) {
        if (value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            return several(name, "array", ScalarType.of(value.getClass().getComponentType()), elements);
        }
        if (value instanceof Set<?> set) {
            return several(name, "set", commonType(set), set.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList());
        }
        if (value instanceof Collection<?> list) {
            return several(name, "list", commonType(list), list);
        }
        Optional<ScalarType> type = ScalarType.of(value.getClass());
        if (type.isEmpty() || !isText(value)) {
            return false;
        }
        open(name, type.get());
        xml.append(" value=\"");
        escape(value.toString());
        xml.append("\"/>\n");
        return true;
    }

    private static Optional<ScalarType> commonType(Collection<?> elements) {
        if (elements.isEmpty()) {
            return Optional.of(ScalarType.STRING);
        }
        Optional<ScalarType> type = elements.stream().findFirst().flatMap(first -> ScalarType.of(first.getClass()));
        return type.filter(common -> elements.stream().allMatch(common.boxed()::isInstance));
    }

    private boolean several(String name, String container, Optional<ScalarType> type, Collection<?> elements) {
        if (type.isEmpty() || !elements.stream().allMatch(EndpointXmlWriter::isText)) {
            return false;
        }
        open(name, type.get());
        xml.append("><").append(container).append('>');
        for (Object element : elements) {
            xml.append("<value>");
            escape(element.toString());
            xml.append("</value>");
        }
        xml.append("</").append(container).append("></property>\n");
        return true;
    }

    private void open(String name, ScalarType type) {
        xml.append("    <property name=\"");
        escape(name);
        xml.append('"');
        if (type != ScalarType.STRING) {
            xml.append(" value-type=\"").append(type.name()).append('"');
        }
    }

    /** Not every character can stand in XML, not even escaped. */
    private static boolean isText(Object value) {
        return value != null && value.toString().codePoints()
                .allMatch(c -> "\t\n\r".indexOf(c) >= 0 || c >= ' ' && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                // A reader would take them for blanks otherwise.
                case '\t', '\n', '\r' -> xml.append("&#").append((int) c).append(';');
                default -> xml.append(c);
            }
        }
    }
}

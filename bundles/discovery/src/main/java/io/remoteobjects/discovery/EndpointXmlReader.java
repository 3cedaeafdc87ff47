package io.remoteobjects.discovery;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads an endpoint description from XML that a peer sent: nothing outside the text is looked at, and document types are refused.
 *
 * @see <a href="https://docs.osgi.org/specification/osgi.cmpn/8.0.0/service.remoteserviceadmin.html">OSGi Compendium 122.8, Endpoint
 *     Description Extender Format</a>
 */
final class EndpointXmlReader {

    private static final String ENDPOINT = "endpoint-description";

    private EndpointXmlReader() {
    }

    /**
     * @param xml a text with one description
     * @return the description
     * @throws IllegalArgumentException if it is none; the message says why
     */
    static EndpointDescription read(String xml) {
        List<Element> endpoints = children(parse(xml), ENDPOINT);
        if (endpoints.size() != 1) {
            throw new IllegalArgumentException("It describes " + endpoints.size() + " endpoints instead of one");
        }
        return endpoint(endpoints.get(0));
    }

    /**
     * @param xml a text with any number of descriptions
     * @param problem told why one is left out that makes no sense
     * @return the others
     * @throws IllegalArgumentException if it is no such text; the message says why
     */
    static List<EndpointDescription> read(String xml, Consumer<String> problem) {
        Element root = parse(xml);
        if (!"endpoint-descriptions".equals(root.getLocalName())) {
            throw new IllegalArgumentException("It is <" + root.getLocalName() + "> instead of <endpoint-descriptions>");
        }
        List<EndpointDescription> endpoints = new ArrayList<>();
        for (Element each : children(root, ENDPOINT)) {
            try {
                endpoints.add(endpoint(each));
            } catch (IllegalArgumentException unfit) {
                problem.accept(unfit.getMessage());
            }
        }
        return endpoints;
    }

    private static EndpointDescription endpoint(Element endpoint) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Element property : children(endpoint, "property")) {
            String name = property.getAttribute("name");
            try {
                properties.put(name, value(property));
            } catch (IllegalArgumentException unfit) {
                throw new IllegalArgumentException("Its property \"" + name + "\" makes no sense: " + unfit.getMessage(), unfit);
            }
        }
        return new EndpointDescription(properties);
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // Meant for large documents of which little is looked at; small ones would take megabytes.
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Refusal());
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException malformed) {
            throw new IllegalArgumentException("It is no XML, or XML with a document type: " + malformed.getMessage(), malformed);
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException("The XML parser of this JVM cannot be used safely", impossible);
        }
    }

    private static Object value(Element property) {
        String typeName = property.getAttribute("value-type");
        ScalarType type = typeName.isEmpty() ? ScalarType.STRING : ScalarType.named(typeName)
                .orElseThrow(() -> new IllegalArgumentException("there is no type " + typeName));
        if (property.hasAttribute("value")) {
            return type.parse().apply(property.getAttribute("value"));
        }
        List<Element> content = children(property, null);
        if (content.size() != 1) {
            throw new IllegalArgumentException("it has neither an attribute \"value\" nor one array, list, set or xml");
        }
        Element container = content.get(0);
        return switch (container.getLocalName()) {
            case "array" -> array(type, values(container, type));
            case "list" -> values(container, type);
            case "set" -> new LinkedHashSet<>(values(container, type));
            case "xml" -> markup(container);
            default -> throw new IllegalArgumentException("<" + container.getLocalName() + "> is none of array, list, set and xml");
        };
    }

    private static List<Object> values(Element container, ScalarType type) {
        List<Object> values = new ArrayList<>();
        for (Element element : children(container, null)) {
            values.add(element.getLocalName().equals("xml") ? markup(element) : type.parse().apply(element.getTextContent()));
        }
        return values;
    }

    private static Object array(ScalarType type, List<Object> values) {
        Object array = Array.newInstance(type.type(), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    /** {@return the elements inside, as text} */
    private static String markup(Element container) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            for (Element element : children(container, null)) {
                transformer.transform(new DOMSource(element), new StreamResult(text));
            }
            return text.toString();
        } catch (TransformerException unfit) {
            throw new IllegalArgumentException("its XML cannot be written again: " + unfit.getMessage(), unfit);
        }
    }

    /** {@return the elements of a name, or of any for null} */
    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && (name == null || element.getLocalName().equals(name))) {
                children.add(element);
            }
        }
        return children;
    }

    /** Without it the JVM's parser prints to the standard error stream. */
    private static final class Refusal implements ErrorHandler {

        @Override
        public void warning(SAXParseException odd) {
            // What a parser can live with, we can.
        }

        @Override
        public void error(SAXParseException invalid) throws SAXException {
            throw invalid;
        }

        @Override
        public void fatalError(SAXParseException malformed) throws SAXException {
            throw malformed;
        }
    }
}

package io.remoteobjects.examples.printer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The component description that the build makes of the annotations on {@link IppPrinter}. */
class PrinterComponentTest {

    @Test
    void componentIsExportedUnderItsName() throws Exception {
        Document component = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(
                Path.of(System.getProperty("basedir", ""), "target/classes/OSGI-INF/" + IppPrinter.class.getName() + ".xml").toFile());

        assertEquals("printer", property(component, "remote.source"));
        assertEquals("*", property(component, "service.exported.interfaces"));
        assertEquals(IppPrinter.PID, component.getDocumentElement().getAttribute("configuration-pid"));
    }

    private static String property(Document component, String name) {
        NodeList properties = component.getElementsByTagName("property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if (property.getAttribute("name").equals(name)) {
                return property.hasAttribute("value") ? property.getAttribute("value") : property.getTextContent().trim();
            }
        }
        return null;
    }
}

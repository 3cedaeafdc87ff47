package io.remoteobjects.examples.printer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;

/** What other bundles read in this bundle's manifest; all of it comes from {@code @RemoteObject}. */
class PrinterBundleTest {

    @Test
    void consumersResolveAlthoughTheServiceComesFromElsewhere() throws IOException {
        assertProvides("osgi.service;objectClass:List<String>=\"io.remoteobjects.examples.printer.Printer\";effective:=active");
    }

    @Test
    void interfaceIsFoundByItsTypeNameWithoutLoadingClasses() throws IOException {
        assertProvides("io.remoteobjects.contract;interface=\"io.remoteobjects.examples.printer.Printer\";type=Printer");
    }

    private static void assertProvides(String capability) throws IOException {
        Path manifest = Path.of(System.getProperty("basedir", ""), "target/classes/META-INF/MANIFEST.MF");
        try (InputStream in = Files.newInputStream(manifest)) {
            String provided = new Manifest(in).getMainAttributes().getValue("Provide-Capability");
            assertTrue(provided.contains(capability), provided);
        }
    }
}

package io.remoteobjects.itests.conformance.harness;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.osgi.framework.Constants;

/** The bundles on the class path: those of this build, and what Maven resolved for it. */
final class ClassPathBundles {

    private static final Map<String, String> LOCATIONS = locations();

    private ClassPathBundles() {
    }

    /** {@return the location by which a framework installs a bundle} */
    static String location(String symbolicName) {
        String location = LOCATIONS.get(symbolicName);
        if (location == null) {
            throw new IllegalStateException("No bundle " + symbolicName + " is on the class path. Add it to the dependencies in the pom, or"
                    + " build it: mvn verify -pl itests/conformance -am.");
        }
        return location;
    }

    private static Map<String, String> locations() {
        Map<String, String> found = new HashMap<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry).toAbsolutePath();
            try {
                Manifest manifest = manifest(path);
                String name = manifest == null ? null : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
                if (name != null) {
                    found.putIfAbsent(name.split(";")[0].strip(), (Files.isDirectory(path) ? "reference:" : "") + path.toUri());
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Cannot read " + path + " of the class path", unreadable);
            }
        }
        return found;
    }

    /** In an IDE a bundle of this project may be a folder. */
    private static Manifest manifest(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            Path file = path.resolve(JarFile.MANIFEST_NAME);
            if (!Files.exists(file)) {
                return null;
            }
            try (InputStream in = Files.newInputStream(file)) {
                return new Manifest(in);
            }
        }
        if (!Files.exists(path)) {
            return null;
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.getManifest();
        }
    }
}

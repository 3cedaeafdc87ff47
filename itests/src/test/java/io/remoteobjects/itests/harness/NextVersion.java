package io.remoteobjects.itests.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A later version of this project, made of the one that was built: the same classes in bundles, packages and features of higher versions,
 * so that nothing of the one resolves with anything of the other.
 */
public final class NextVersion {

    public static final String VERSION = "0.2.0";

    private static final String BUILT = System.getProperty("project.version");

    private NextVersion() {
    }

    /** {@return a Maven repository with its features and bundles, as Karaf's configuration names one} */
    public static String repository() {
        Path root = Path.of("target", "next-version").toAbsolutePath();
        Path group = Path.of(System.getProperty("distribution.assembly"), "system", "io", "remoteobjects");
        try {
            ContainerFolder.deleteTree(root);
            try (Stream<Path> files = Files.walk(group)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = root.resolve("io/remoteobjects").resolve(group.relativize(file).toString().replace(BUILT, VERSION));
                    Files.createDirectories(copy.getParent());
                    copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make version " + VERSION + " of what is in " + group, e);
        }
        return root.toUri() + "@id=next";
    }

    /** {@return a Maven repository with what else it consists of, for a container of another build} */
    public static String whatItNeeds() {
        return Path.of(System.getProperty("distribution.assembly"), "system").toUri() + "@id=needed";
    }

    private static void copy(Path file, Path copy) throws IOException {
        if (file.toString().endsWith(".jar")) {
            copyBundle(file, copy);
        } else {
            Files.writeString(copy, Files.readString(file).replace(BUILT, VERSION));
        }
    }

    private static void copyBundle(Path file, Path copy) throws IOException {
        try (JarFile jar = new JarFile(file.toFile()); OutputStream out = Files.newOutputStream(copy);
                JarOutputStream next = new JarOutputStream(out, nextVersion(jar.getManifest()))) {
            Enumeration<JarEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    next.putNextEntry(new JarEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(next);
                }
            }
        }
    }

    private static Manifest nextVersion(Manifest manifest) {
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Bundle-Version", VERSION);
        for (String header : List.of("Export-Package", "Import-Package")) {
            String packages = headers.getValue(header);
            if (packages != null) {
                headers.putValue(header, packages.replaceAll("(io\\.remoteobjects[\\w.]*;version=\"\\[?)1\\.0(?=[.,])", "$11.1")
                        .replaceAll("(io\\.remoteobjects[\\w.]*;version=\"\\[1\\.1,1)\\.1\\)", "$1.2)"));
            }
        }
        return manifest;
    }
}

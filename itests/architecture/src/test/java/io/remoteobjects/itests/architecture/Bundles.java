package io.remoteobjects.itests.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The bundles of this project as they were built: their classes and manifests. */
final class Bundles {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent().resolve("bundles");

    private Bundles() {
    }

    /** {@return the names of all bundles that have been built} */
    static List<String> all() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).map(folder -> folder.getFileName().toString()).sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@return where the classes of a bundle are} */
    static Path classes(String bundle) {
        return ROOT.resolve(bundle).resolve("target/classes");
    }

    /** {@return the packages a bundle imports, without their attributes} */
    static List<String> imports(String bundle) {
        Path manifest = classes(bundle).resolve("META-INF/MANIFEST.MF");
        try (InputStream in = Files.newInputStream(manifest)) {
            String header = new Manifest(in).getMainAttributes().getValue("Import-Package");
            return header == null ? List.of() : packages(header);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Build the bundle " + bundle + " first: " + manifest + " cannot be read", unreadable);
        }
    }

    /** A header without quoted parts, which hold the commas of version ranges, cut into its clauses. */
    private static List<String> packages(String header) {
        String plain = header.replaceAll("\"[^\"]*\"", "");
        return Arrays.stream(plain.split(",")).map(clause -> clause.split(";")[0].strip()).toList();
    }
}

package io.remoteobjects.itests.harness;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/**
 * A bundle made from packages of the test source tree, the way the build makes the project's own: components, exports and imports come
 * from the annotations. Packages whose {@code package-info} has {@code @Export} are exported.
 */
public final class TestBundle {

    private TestBundle() {
    }

    /**
     * Makes {@code target/bundles/NAME.jar}.
     *
     * @param symbolicName the bundle's symbolic name
     * @param packages one class of each package to include
     */
    public static Path of(String symbolicName, Class<?>... packages) {
        return make(symbolicName, Arrays.stream(packages).map(Class::getPackageName).distinct().collect(Collectors.joining(",")),
                classPath());
    }

    /**
     * Makes {@code target/bundles/NAME.jar} from sources that are not on the class path, for instance another version of an interface.
     *
     * @param symbolicName the bundle's symbolic name
     * @param sources their folder; all packages in it are included
     */
    public static Path compiled(String symbolicName, Path sources) {
        Path classes = Path.of("target", "bundles", symbolicName).toAbsolutePath();
        try (Stream<Path> files = Files.walk(sources)) {
            String[] options = {"-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path")};
            String[] units = files.map(Path::toString).filter(file -> file.endsWith(".java")).toArray(String[]::new);
            if (ToolProvider.getSystemJavaCompiler().run(null, null, null,
                    Stream.concat(Arrays.stream(options), Arrays.stream(units)).toArray(String[]::new)) != 0) {
                throw new IllegalStateException("The sources of bundle " + symbolicName + " in " + sources
                        + " do not compile; see stderr.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + sources, e);
        }
        return make(symbolicName, "*;from:=" + classes.getFileName(),
                Stream.concat(Stream.of(classes.toFile()), Arrays.stream(classPath())).toArray(File[]::new));
    }

    /**
     * Makes {@code target/bundles/NAME.jar} without any class.
     *
     * @param symbolicName the bundle's symbolic name
     * @param headers further headers of its manifest
     * @param resources texts, by their paths in the bundle
     */
    public static Path withoutClasses(String symbolicName, Map<String, String> headers, Map<String, String> resources) {
        Path file = file(symbolicName);
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", symbolicName);
        headers.forEach(main::putValue);
        try {
            Files.createDirectories(file.getParent());
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
                for (Map.Entry<String, String> resource : resources.entrySet()) {
                    jar.putNextEntry(new ZipEntry(resource.getKey()));
                    jar.write(resource.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make bundle " + symbolicName + " at " + file, e);
        }
    }

    private static Path file(String symbolicName) {
        return Path.of("target", "bundles", symbolicName + ".jar").toAbsolutePath();
    }

    private static Path make(String symbolicName, String packages, File[] classPath) {
        Path file = file(symbolicName);
        try (Builder builder = new Builder()) {
            builder.setBundleSymbolicName(symbolicName);
            builder.setBundleVersion("1.0.0");
            builder.setProperty("-includepackage", packages);
            builder.setClasspath(classPath);
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new IllegalStateException("bnd cannot make bundle " + symbolicName + ": " + builder.getErrors());
            }
            Files.createDirectories(file.getParent());
            jar.write(file.toFile());
            return file;
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot make bundle " + symbolicName + " at " + file, e);
        }
    }

    private static File[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(File::new).filter(File::exists)
                .toArray(File[]::new);
    }
}

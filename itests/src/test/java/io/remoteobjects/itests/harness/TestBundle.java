package io.remoteobjects.itests.harness;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Path file = Path.of("target", "bundles", symbolicName + ".jar").toAbsolutePath();
        try (Builder builder = new Builder()) {
            builder.setBundleSymbolicName(symbolicName);
            builder.setBundleVersion("1.0.0");
            builder.setProperty("-includepackage", Arrays.stream(packages).map(Class::getPackageName).distinct()
                    .collect(Collectors.joining(",")));
            builder.setClasspath(classPath());
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

package io.remoteobjects.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import org.apache.felix.utils.properties.Properties;

/** A container's folder: a copy of the assembly that shares its jars by symbolic links. */
final class ContainerFolder {

    private static final Set<String> SHARED = Set.of("system", "lib");
    private static final Set<String> LEFT_OUT = Set.of("data", "instances");

    private final Path root;

    private ContainerFolder(Path root) {
        this.root = root;
    }

    /** Replaces whatever is at {@code root} by a fresh copy. A container that a killed test run left there is killed. */
    static ContainerFolder fresh(Path assembly, Path root) {
        if (!Files.isExecutable(assembly.resolve("bin/karaf"))) {
            throw new IllegalStateException("There is no Karaf distribution at " + assembly
                    + ". Build the whole project: mvn verify -Dit.test=NAME in its root folder.");
        }
        ContainerFolder folder = new ContainerFolder(root);
        try {
            StrayContainers.kill(root);
            deleteTree(root);
            copy(assembly, root);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy " + assembly + " to " + root, e);
        }
        return folder;
    }

    Path root() {
        return root;
    }

    Path file(String path) {
        return root.resolve(path);
    }

    /** Sets entries of a properties file, which need not exist, and keeps its other entries and comments. */
    void edit(String file, Map<String, String> entries) {
        Path path = file(file);
        try {
            if (Files.notExists(path)) {
                Files.createFile(path);
            }
            Properties properties = load(path);
            properties.putAll(entries);
            properties.save();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot edit " + path, e);
        }
    }

    String entry(String file, String key) {
        try {
            return load(file(file)).getProperty(key);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(file), e);
        }
    }

    /** Without substitution: variables in values stay what they are. */
    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties(file.toFile(), false);
        properties.load(file.toFile());
        return properties;
    }

    void append(String file, String text) {
        try {
            Files.writeString(file(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(file), e);
        }
    }

    /** Deletes what takes space and tells nothing once all went well: the bundle cache and temporary files. */
    void deleteCache() {
        try {
            deleteTree(file("data/cache"));
            deleteTree(file("data/tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the bundle cache in " + root, e);
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = from.relativize(folder).toString();
                if (LEFT_OUT.contains(name)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Path copy = to.resolve(name);
                if (SHARED.contains(name)) {
                    Files.createSymbolicLink(copy, folder);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

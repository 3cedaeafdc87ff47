package io.remoteobjects.itests.conformance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.osgi.framework.BundleException;

import io.remoteobjects.itests.harness.Await;

/**
 * Two frameworks that find each other: a parent, which all test classes share, and a child, which each class has for itself.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final Frameworks FRAMEWORKS = new Frameworks();
 * </pre>
 */
public final class Frameworks implements BeforeAllCallback, AfterAllCallback {

    private Parent parent;
    private TestFramework child;

    /** The parent and the folder of all sockets, until the last test has run. */
    private record Parent(TestFramework framework, Path folder) implements CloseableResource {

        static Parent start() {
            try {
                // Not below target: the path of a local socket has 107 bytes at most.
                Path folder = Files.createTempDirectory("ro-ct-");
                return new Parent(TestFramework.start("parent", folder, Map.of()), folder);
            } catch (IOException | BundleException failed) {
                throw new IllegalStateException("The parent framework does not start", failed);
            }
        }

        @Override
        public void close() throws IOException {
            framework.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (parent == null) {
            parent = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Parent.class, any -> Parent.start(),
                    Parent.class);
            startChild();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // Nested classes inherit the extension; the child ends with the outermost.
        if (context.getRequiredTestClass().getEnclosingClass() == null) {
            stopChild();
            parent = null;
        }
    }

    /** {@return the parent} */
    public TestFramework parent() {
        return parent.framework();
    }

    /** {@return the child} */
    public TestFramework child() {
        return child;
    }

    /** {@return the folder of their sockets} */
    public Path folder() {
        return parent.folder();
    }

    /** Starts a new child. */
    public void startChild() {
        startChild(Map.of());
    }

    /** Starts a new child with some settings of its own. */
    public void startChild(Map<String, ?> settings) {
        try {
            child = TestFramework.start("child", parent.folder(), settings);
        } catch (BundleException failed) {
            throw new IllegalStateException("The child framework does not start", failed);
        } catch (IOException failed) {
            throw new UncheckedIOException("The child framework cannot be configured", failed);
        }
    }

    /** Stops the child, and waits until the parent has nothing of it any more. */
    public void stopChild() {
        if (child != null) {
            child.close();
            child = null;
            Await.until("the end of what the parent imported", TestFramework.SOON, () -> parent.framework().imported(), List::isEmpty);
        }
    }
}

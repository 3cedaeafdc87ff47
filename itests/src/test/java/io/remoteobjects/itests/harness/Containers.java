package io.remoteobjects.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * The containers of one JUnit 5 test class. They live in {@code target/containers/CLASS/NAME}, share one folder for local sockets that
 * no other test uses, and are killed after the last test, and when the test process exits. After a failure their logs, bundle caches and
 * a dump of their threads stay.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final Containers CONTAINERS = new Containers();
 *
 * &#64;BeforeAll
 * static void start() {
 *     source = CONTAINERS.prepare("source").feature("remoteobjects-gps-source").build();
 *     replica = CONTAINERS.prepare("replica").feature("remoteobjects-gps-replica").build();
 *     Containers.startAll(source, replica);
 * }
 * </pre>
 */
public final class Containers implements BeforeAllCallback, AfterAllCallback, AfterTestExecutionCallback,
        LifecycleMethodExecutionExceptionHandler {

    private final List<KarafContainer> all = new CopyOnWriteArrayList<>();
    private Thread killer;
    private Path folder;
    private Path temporaryFolder;
    private boolean failed;

    /** Describes a new container of the project's distribution, to be built and started. */
    public ContainerBuilder prepare(String name) {
        return new ContainerBuilder(name, assembly(), folder.resolve(name), temporaryFolder, all::add);
    }

    /** Starts those containers that do not run yet, side by side, and waits until all are up. */
    public static void startAll(KarafContainer... containers) {
        for (KarafContainer container : containers) {
            if (!container.isRunning()) {
                container.launch();
            }
        }
        for (KarafContainer container : containers) {
            container.awaitStarted();
        }
    }

    /** The TMPDIR of all containers of this class: a short path, for local sockets. */
    public Path temporaryFolder() {
        return temporaryFolder;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Path.of("target", "containers", context.getRequiredTestClass().getSimpleName()).toAbsolutePath();
        // Not below target: the path of a local socket has 107 bytes at most.
        temporaryFolder = Files.createTempDirectory("ro-it-");
        killer = new Thread(() -> all.forEach(KarafContainer::destroyNow), "container-killer");
        Runtime.getRuntime().addShutdownHook(killer);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        context.getExecutionException().filter(failure -> !(failure instanceof TestAbortedException)).ifPresent(this::keepEvidence);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        keepEvidence(failure);
        throw failure;
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        keepEvidence(failure);
        throw failure;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        all.forEach(KarafContainer::close);
        Runtime.getRuntime().removeShutdownHook(killer);
        ContainerFolder.deleteTree(temporaryFolder);
        if (!failed) {
            all.forEach(KarafContainer::deleteCache);
        }
    }

    private void keepEvidence(Throwable failure) {
        failed = true;
        all.forEach(KarafContainer::keepEvidence);
    }

    private static Path assembly() {
        try {
            return Path.of(System.getProperty("distribution.assembly", "../karaf-distribution/target/assembly")).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no Karaf distribution. Build the whole project: mvn verify -Dit.test=NAME in its"
                    + " root folder.", e);
        }
    }
}

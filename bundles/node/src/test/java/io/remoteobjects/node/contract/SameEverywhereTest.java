package io.remoteobjects.node.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.remoteobjects.node.harness.OtherJdk;

/**
 * The order in which reflection tells members differs from one run of a JVM to the next, above all without shared classes
 * ({@code -Xshare:off}); an index that differs between two peers crashes a Qt peer.
 */
@Timeout(300)
class SameEverywhereTest {

    private static final List<Class<?>> TYPES = List.of(SortedTypes.class, SortedGps.class, GpsReceiver.class, AllTypes.class,
            PlainInterfaceTest.Calculator.class);
    private static final int RUNS = 3;

    @Test
    void inOtherRuns() throws IOException, InterruptedException {
        String here = here();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertEquals(here, run(java, "-Xshare:auto"));
        for (int i = 0; i < RUNS; i++) {
            assertEquals(here, run(java, "-Xshare:off"));
        }
    }

    @Test
    void onTheOtherJdk() throws IOException, InterruptedException {
        assertEquals(here(), run(OtherJdk.java(), "-Xshare:auto"));
    }

    @Test
    void inOtherClassLoaders() throws ReflectiveOperationException, IOException {
        URL[] classPath = Arrays.stream(classPath()).map(SameEverywhereTest::url).toArray(URL[]::new);
        for (Class<?> type : TYPES) {
            try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
                Class<?> printer = loader.loadClass(ContractPrinter.class.getName());
                assertNotSame(ContractPrinter.class, printer);
                var text = printer.getDeclaredMethod("text", Class.class);
                text.setAccessible(true);
                assertEquals(ContractPrinter.text(type), text.invoke(null, loader.loadClass(type.getName())));
            }
        }
    }

    private static String here() {
        StringBuilder texts = new StringBuilder();
        TYPES.forEach(each -> texts.append(ContractPrinter.text(each)));
        return texts.toString();
    }

    private static String run(Path java, String option) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString(), option, "-cp", String.join(File.pathSeparator, classPath()),
                ContractPrinter.class.getName()));
        TYPES.forEach(each -> command.add(each.getName()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String[] classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (IOException malformed) {
            throw new IllegalArgumentException(entry, malformed);
        }
    }
}

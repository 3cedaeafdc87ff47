package io.remoteobjects.node.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** Another JDK than the one the tests run on: that of the environment variable OTHER_JDK_HOME, else one that is installed beside it. */
public final class OtherJdk {

    private OtherJdk() {
    }

    /** {@return its program {@code java}; skips the test, with a loud line, where there is none} */
    public static Path java() throws IOException {
        Optional<Path> other = find();
        if (other.isEmpty()) {
            String message = "SKIPPED, not tested: this test needs another JDK beside " + System.getProperty("java.home")
                    + ", or OTHER_JDK_HOME set to one.";
            System.err.printf("%n*** %s%n%n", message);
            Assumptions.abort(message);
        }
        return other.get();
    }

    private static Optional<Path> find() throws IOException {
        String named = System.getenv("OTHER_JDK_HOME");
        if (named != null) {
            return Optional.of(Path.of(named, "bin", "java"));
        }
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            return siblings.filter(each -> !each.getFileName().toString().startsWith(".") && !isSame(each, own))
                    .map(each -> each.resolve("bin").resolve("java")).filter(Files::isExecutable).sorted().findFirst();
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException gone) {
            return true;
        }
    }
}

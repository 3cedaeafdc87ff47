package io.remoteobjects.itests.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that ends with this one, however this one ends: a shell between the two waits for the end of its input. */
final class Leash implements AutoCloseable {

    private static final String SCRIPT = "\"$@\" & child=$!; (while kill -0 $child 2>&-; do sleep 0.2; done; kill $$) & cat >/dev/null; "
            + "kill -9 $child 2>&-; exit 0";

    private final Process shell;
    private final Path log;

    private Leash(Process shell, Path log) {
        this.shell = shell;
        this.log = log;
    }

    static Leash start(Path log, Map<String, String> environment, String... command) {
        List<String> leashed = new ArrayList<>(List.of("sh", "-c", SCRIPT, "leash"));
        leashed.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(leashed).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Leash(builder.start(), log);
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot start " + String.join(" ", command), unable);
        }
    }

    boolean isRunning() {
        return shell.isAlive();
    }

    /** {@return what it wrote so far} */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }

    /** Kills it and all it started, and waits for their end. */
    @Override
    public void close() {
        List<ProcessHandle> all = shell.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        try {
            shell.getOutputStream().close();
            shell.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException alreadyClosed) {
            // Its input ended with it.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        all.forEach(each -> each.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
}

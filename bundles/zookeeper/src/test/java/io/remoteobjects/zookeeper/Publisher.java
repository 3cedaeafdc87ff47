package io.remoteobjects.zookeeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A container in a process of its own, to be killed and stopped. */
final class Publisher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path output;
    private final Process process;

    Publisher(String id, String servers, String path, String... endpoints) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Publisher.class.getName(), id, servers, path));
        command.addAll(List.of(endpoints));
        output = Path.of("target", "publisher-" + id + ".txt");
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As a process: an id, servers, a path, and the endpoints to announce, until it is killed or its test ends. */
    public static void main(String[] arguments) throws IOException {
        new Container(arguments[0], Configured.settings(arguments[1], arguments[2]), Duration.ofSeconds(1),
                NodeContent::read, container -> System.out.println(container.history() + " knows " + container.known()))
                .offers(List.of(arguments).subList(3, arguments.length).toArray(String[]::new));
        System.in.read();
        System.exit(0);
    }

    /** {@return what it printed: what it was told, and all that it knew then} */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until it knows endpoints, written as {@code FRAMEWORK/ID}, and no others. */
    void awaitKnown(String... wanted) throws InterruptedException {
        String expected = "knows " + List.of(wanted);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!output().stripTrailing().endsWith(expected)) {
            if (System.nanoTime() > deadline || process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Instead of " + expected + ":\n" + output());
            }
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGSTOP or SIGCONT. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}

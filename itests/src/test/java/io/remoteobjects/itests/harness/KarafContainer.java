package io.remoteobjects.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Karaf container in a process of its own, from the project's distribution. Made by {@link Containers#prepare}.
 *
 * <p>It may be started, ended in several ways, and started again in the same folder. Not thread-safe.
 */
public final class KarafContainer implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration COMMAND = Duration.ofMinutes(3);

    /** In a container that was started before, the features are there long before their bundles are started. */
    private static final String BOOT_PROGRESS = "service:list -n org.apache.karaf.features.BootFinished; system:start-level";

    private final String name;
    private final ContainerFolder folder;
    private final ProcessBuilder command;
    private final Console console;
    private final ContainerLog log;
    private final Duration startPatience;
    private Process process;

    KarafContainer(String name, ContainerFolder folder, ProcessBuilder command, Console console, Duration startPatience) {
        this.name = name;
        this.folder = folder;
        this.command = command;
        this.console = console;
        this.startPatience = startPatience;
        this.log = new ContainerLog(folder.file("data/log/karaf.log"));
    }

    /** Starts the container and waits until all its boot features are there and all its bundles are started. */
    public KarafContainer start() {
        launch();
        awaitStarted();
        return this;
    }

    /** Starts the process and returns at once. */
    public void launch() {
        if (isRunning()) {
            throw new IllegalStateException("Container " + name + " runs already, with pid " + pid() + ". Stop it first.");
        }
        log.startHere();
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start container " + name + " in " + folder.root(), e);
        }
    }

    /** Waits until all boot features are there and all bundles are started. */
    public void awaitStarted() {
        Await.until("container " + name + " to start; its log: " + folder.file("data/log/karaf.log"), startPatience,
                this::bootProgress, progress -> progress.contains("BootFinished") && progress.contains("Level 100"));
    }

    private String bootProgress() {
        if (!isRunning()) {
            throw new IllegalStateException("Container " + name + " ended with status " + process.exitValue()
                    + " instead of starting. Its log ends:\n" + log.lastLines(40) + "\nIts output: " + folder.file("output.txt"));
        }
        try {
            return console.execute(BOOT_PROGRESS, COMMAND);
        } catch (IOException | CommandFailure notYet) {
            return notYet.getMessage();
        }
    }

    /** Asks the container to end (SIGTERM) and waits until it has. */
    public void stop() {
        process.destroy();
        awaitEnd("SIGTERM");
    }

    /**
     * Ends the process as a crash would (SIGKILL) and waits until the operating system has cleaned up.
     *
     * @return when it was killed, in milliseconds since 1970
     */
    public long kill9() {
        long now = System.currentTimeMillis();
        process.destroyForcibly();
        awaitEnd("SIGKILL");
        return now;
    }

    /**
     * Stops the process in its tracks (SIGSTOP): its connections stay open and silent.
     *
     * @return when it was stopped, in milliseconds since 1970
     */
    public long pause() {
        long now = System.currentTimeMillis();
        signal("STOP");
        return now;
    }

    /** Lets a paused process go on (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Runs a console command, for instance {@code ro:sources}, and returns what it printed, without colours. */
    public String execute(String consoleCommand) {
        try {
            return console.execute(consoleCommand, COMMAND);
        } catch (IOException e) {
            throw new UncheckedIOException("Container " + name + " does not answer on its ssh port. Its log ends:\n"
                    + log.lastLines(20), e);
        }
    }

    /**
     * Installs and starts a bundle.
     *
     * @param bundle a jar file, for instance a {@link TestBundle}
     */
    public void install(Path bundle) {
        execute("bundle:install -s " + bundle.toUri());
    }

    /** Stops and uninstalls a bundle by its symbolic name. */
    public void uninstall(String symbolicName) {
        execute("bundle:uninstall " + symbolicName);
    }

    /** Runs a console command again and again until its output will do, and returns that output. A failing command will not do. */
    public String awaitOutput(String consoleCommand, Duration atMost, Predicate<String> willDo) {
        return Await.until("\"" + consoleCommand + "\" of container " + name, atMost, () -> outputOrFailure(consoleCommand), willDo);
    }

    private String outputOrFailure(String consoleCommand) {
        try {
            return execute(consoleCommand);
        } catch (CommandFailure failure) {
            return "";
        }
    }

    /** What the container has logged since its last start. */
    public String log() {
        return log.text();
    }

    /** Reads what is logged from now on, line by line. */
    public LogFollower followLog() {
        return new LogFollower(name, new ContainerLog(folder.file("data/log/karaf.log")));
    }

    /** Waits for a part of a log line, written since the last start. */
    public void awaitLog(Pattern part, Duration atMost) {
        Await.until("\"" + part + "\" in the log of container " + name, atMost, () -> part.matcher(log.text()).find());
    }

    /** The names of its threads, sorted. */
    public List<String> threads() {
        return jvm().threads();
    }

    /** Bytes on its heap after a full collection. */
    public long heapAfterCollection() {
        return jvm().heapAfterCollection();
    }

    public OpenFiles openFiles() {
        return OpenFiles.of(pid());
    }

    public long pid() {
        return process.pid();
    }

    public String name() {
        return name;
    }

    /** The version of this project in the distribution it was made of. */
    public String version() {
        Path versions = folder.file("system/io/remoteobjects/features");
        try (Stream<Path> all = Files.list(versions)) {
            return all.findFirst().orElseThrow().getFileName().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell the version in " + versions, e);
        }
    }

    /** The container's folder: {@code etc}, {@code data} and the rest. */
    public Path folder() {
        return folder.root();
    }

    /** Sets an entry of a file in {@code etc}; a running container reads it within a second or two. */
    public void configure(String pid, String key, String value) {
        folder.edit("etc/" + pid + ".cfg", Map.of(key, value));
    }

    /** Keeps what explains a failure: a dump of all threads beside the log. */
    void keepEvidence() {
        System.err.printf("Container %s (%s): log in %s, ending:%n%s%n", name, isRunning() ? "running" : "not running",
                folder.file("data/log/karaf.log"), log.lastLines(30));
        if (!isRunning()) {
            return;
        }
        try {
            resume();
            Files.writeString(folder.file("threads.txt"), jvm().threadDump());
        } catch (IOException | RuntimeException e) {
            System.err.println("No thread dump of container " + name + ": " + e);
        }
    }

    void deleteCache() {
        folder.deleteCache();
    }

    /** Kills the process where it still runs. */
    @Override
    public void close() {
        if (isRunning()) {
            kill9();
        }
        console.close();
    }

    void destroyNow() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** {@return the file that now tells what lives on the heap, and what keeps it alive} */
    public Path dumpHeap() {
        Path file = folder().resolve("heap.hprof");
        jvm().dumpHeap(file);
        return file;
    }

    private Jvm jvm() {
        return new Jvm(pid());
    }

    private void signal(String signal) {
        Commands.run(STOP, "kill", "-" + signal, Long.toString(pid()));
    }

    private void awaitEnd(String signal) {
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Container " + name + " has not ended " + STOP.toSeconds() + " s after " + signal
                        + ". Its log ends:\n" + log.lastLines(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while container " + name + " was ending", e);
        }
    }
}

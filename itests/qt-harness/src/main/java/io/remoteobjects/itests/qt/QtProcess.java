package io.remoteobjects.itests.qt;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;

/**
 * A child process that is driven line by line: a test sends commands to its stdin and waits for lines of its stdout.
 *
 * <p>It never outlives the test JVM: whoever does not close it has it killed when the JVM ends. Thread-safe, though one
 * test thread per process is what {@link #expect} makes sense for.
 */
public final class QtProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Process process;
    private final Transcript transcript;
    private final BufferedWriter stdin;
    private final Thread killAtExit;

    private QtProcess(String title, Process process) {
        this.process = process;
        this.transcript = new Transcript(title);
        this.stdin = process.outputWriter(StandardCharsets.UTF_8);
        this.killAtExit = new Thread(process::destroyForcibly, "kill " + title);
        Runtime.getRuntime().addShutdownHook(killAtExit);
        transcript.follow(process.inputReader(StandardCharsets.UTF_8), process.errorReader(StandardCharsets.UTF_8),
                () -> "exit status " + exitStatus());
    }

    /**
     * Starts a program.
     *
     * @throws UncheckedIOException if the program cannot be started
     */
    public static QtProcess start(Path program, String... args) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(List.of(args));
        try {
            return new QtProcess(program.getFileName() + " " + String.join(" ", args), new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + String.join(" ", command) + ": " + e.getMessage(), e);
        }
    }

    /** As {@link #expect(String, Duration)}, waiting up to a minute. */
    public MatchResult expect(String regex) {
        return expect(regex, PATIENCE);
    }

    /**
     * Waits until a whole line matches, looking at the lines after the one the last call matched; lines in between are
     * passed over. Lines of stderr begin with {@code "stderr: "}.
     *
     * @return the match, for its groups
     * @throws AssertionError when the time is over or the process ended without such a line; the message holds all its output
     */
    public MatchResult expect(String regex, Duration timeout) {
        return transcript.await(regex, timeout);
    }

    /** The address a host or registry prints when it is ready, with the port it was given. */
    public URI listening() {
        return URI.create(expect("listening (\\S+)").group(1));
    }

    /** Sends one command line. */
    public void send(String line) {
        try {
            stdin.write(line);
            stdin.newLine();
            stdin.flush();
        } catch (IOException e) {
            throw new AssertionError("Cannot send \"" + line + "\": " + e.getMessage() + transcript.describe(), e);
        }
    }

    /** Every line so far, those of stderr too. */
    public List<String> lines() {
        return transcript.lines();
    }

    public long pid() {
        return process.pid();
    }

    /** Kills the process at once (SIGKILL) and waits for its end. */
    public void kill9() {
        process.destroyForcibly();
        exitStatus();
    }

    /** Stops the process in its tracks (SIGSTOP): its connections stay open and nothing is answered. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a paused process go on (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    /** Ends the process: politely by the end of its stdin, and with SIGKILL after three seconds. */
    @Override
    public void close() {
        try {
            stdin.close();
        } catch (IOException e) {
            process.destroyForcibly(); // it no longer reads: nothing to be polite to
        }
        awaitEnd(FAREWELL);
        kill9();
        forgetExitHook();
    }

    private void forgetExitHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(killAtExit);
        } catch (IllegalStateException e) {
            // The JVM is going down already and the hook runs anyway.
        }
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start();
            if (kill.waitFor() != 0) {
                throw new AssertionError("Cannot send SIG" + name + transcript.describe());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void awaitEnd(Duration timeout) {
        try {
            process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private int exitStatus() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("Interrupted while waiting for a process", e);
    }
}

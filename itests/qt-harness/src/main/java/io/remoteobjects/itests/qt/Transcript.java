package io.remoteobjects.itests.qt;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process has said so far, and how far a test has read it. Guarded by itself. */
final class Transcript {

    private final String title;
    private final List<String> lines = new ArrayList<>();
    private int cursor;
    private boolean ended;

    Transcript(String title) {
        this.title = title;
    }

    /** Takes in both streams on threads of its own. The farewell is the last line: it comes when both have ended. */
    void follow(BufferedReader stdout, BufferedReader stderr, Supplier<String> farewell) {
        CompletableFuture<Void> allRead = CompletableFuture.allOf(readerOf(stdout, ""), readerOf(stderr, "stderr: "));
        allRead.thenRun(() -> end(farewell.get()));
    }

    private CompletableFuture<Void> readerOf(BufferedReader from, String prefix) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            readAll(from, prefix);
            done.complete(null);
        }, "output of " + title);
        reader.setDaemon(true);
        reader.start();
        return done;
    }

    private void readAll(BufferedReader from, String prefix) {
        try (from) {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                add(prefix + line);
            }
        } catch (IOException e) {
            add(prefix + "(unreadable: " + e.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end(String farewell) {
        lines.add(farewell);
        ended = true;
        notifyAll();
    }

    synchronized MatchResult await(String regex, Duration timeout) {
        Pattern pattern = Pattern.compile(regex);
        long deadline = System.nanoTime() + timeout.toNanos();
        for (int next = cursor; ; ) {
            for (; next < lines.size(); next++) {
                Matcher matcher = pattern.matcher(lines.get(next));
                if (matcher.matches()) {
                    cursor = next + 1;
                    return matcher.toMatchResult();
                }
            }
            long millis = (deadline - System.nanoTime() + 999_999) / 1_000_000;
            if (ended || millis <= 0) {
                throw new AssertionError("No line matches \"" + regex + "\" " + (ended ? "and the process has ended" : "within " + timeout)
                        + "; what it said (> marks where the search began):" + describe());
            }
            pause(millis);
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for output" + describe(), e);
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The whole output for the message of a failure, beginning on a new line. */
    synchronized String describe() {
        StringBuilder text = new StringBuilder("\n$ ").append(title);
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == cursor ? "\n> " : "\n  ").append(lines.get(i));
        }
        return text.toString();
    }
}

package io.remoteobjects.node.harness;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is logged while it is open; it goes to stderr as well, where slf4j-simple writes. */
public final class LogLines implements AutoCloseable {

    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    /** Starts to listen. */
    public LogLines() {
        System.setErr(new PrintStream(stderr, true, StandardCharsets.UTF_8) {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                copy.write(bytes, offset, length);
                super.write(bytes, offset, length);
            }
        });
    }

    /** {@return the lines so far} */
    public List<String> all() {
        return copy.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** Waits for a line that has all of some words. */
    public String await(String... words) {
        return Await.until("a log line with " + List.of(words), this::all,
                lines -> lines.stream().anyMatch(line -> hasAll(line, words))).stream().filter(line -> hasAll(line, words)).findFirst()
                .orElseThrow();
    }

    private static boolean hasAll(String line, String... words) {
        for (String word : words) {
            if (!line.contains(word)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        System.setErr(stderr);
    }
}

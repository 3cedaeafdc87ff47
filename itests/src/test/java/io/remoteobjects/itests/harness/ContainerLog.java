package io.remoteobjects.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The log file of a container. */
final class ContainerLog {

    private final Path file;
    private volatile long start;

    ContainerLog(Path file) {
        this.file = file;
    }

    /** From now on {@link #text} leaves out what has been written until now. */
    void startHere() {
        start = size();
    }

    /** What was written since {@link #startHere}; empty while there is no file. */
    String text() {
        return StandardCharsets.UTF_8.decode(bytes()).toString();
    }

    /** The complete lines that were written since {@link #startHere} and the last call. */
    List<String> takeLines() {
        ByteBuffer bytes = bytes();
        int end = bytes.limit();
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        start += end;
        return StandardCharsets.UTF_8.decode(bytes.limit(end)).toString().lines().toList();
    }

    private ByteBuffer bytes() {
        if (size() <= start) {
            return ByteBuffer.allocate(0);
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - start));
            channel.read(bytes, start);
            return bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    String lastLines(int count) {
        List<String> lines = text().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }

    private long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}

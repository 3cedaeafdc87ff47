package io.remoteobjects.wire.packet;

import io.netty.buffer.Unpooled;
import io.remoteobjects.wire.Generation;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The recorded sessions between real Qt peers. */
final class Captures {

    /** A session; the generation is what its host's first frame shows. */
    record Session(String name, Generation generation, List<Frame> frames) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** One frame, its length word included. */
    record Frame(String number, String packet, byte[] bytes) {
    }

    private Captures() {
    }

    static List<Session> all() {
        try (Stream<Path> files = Files.list(Path.of(Captures.class.getResource("/captures").toURI()))) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().map(Captures::read).toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new AssertionError("Cannot read the captures. They are in src/test/resources/captures.", unreadable);
        }
    }

    static Session named(String name) {
        return all().stream().filter(session -> session.name.equals(name)).findFirst().orElseThrow();
    }

    private static Session read(Path file) {
        List<Frame> frames = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.trim().split("\\s+");
                if (parts.length == 6) {
                    frames.add(new Frame(parts[0], parts[4], HexFormat.of().parseHex(parts[5])));
                }
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        Generation generation = FrameReader.detect(Unpooled.wrappedBuffer(frames.get(0).bytes));
        return new Session(file.getFileName().toString().replace(".txt", ""), generation, frames);
    }
}

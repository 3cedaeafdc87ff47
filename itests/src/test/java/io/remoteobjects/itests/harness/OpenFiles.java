package io.remoteobjects.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a process holds open, read from Linux' {@code /proc}.
 *
 * @param files paths of regular files and devices, and the kinds of pipes and the like ({@code pipe}, {@code anon_inode:[eventpoll]}), one
 *        entry a descriptor, sorted
 * @param sockets one entry a descriptor, sorted, for instance {@code tcp 127.0.0.1:8101 LISTEN}, {@code unix /tmp/registry LISTEN}
 */
public record OpenFiles(List<String> files, List<String> sockets) {

    private static final String SOCKET = "socket:[";

    /** What the process holds open now. */
    public static OpenFiles of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        List<String> targets = targets(process.resolve("fd"));
        Map<String, String> sockets = SocketTable.of(process.resolve("net"));
        return new OpenFiles(
                targets.stream().filter(t -> !t.startsWith(SOCKET)).map(OpenFiles::withoutInode).sorted().toList(),
                targets.stream().filter(t -> t.startsWith(SOCKET)).map(t -> sockets.getOrDefault(inode(t), "socket, unbound"))
                        .sorted().toList());
    }

    /** The sockets that wait for connections or datagrams of others. */
    public List<String> listening() {
        return sockets.stream().filter(s -> s.endsWith(" LISTEN") || s.startsWith("udp ")).toList();
    }

    private static List<String> targets(Path descriptors) {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.map(OpenFiles::target).filter(Objects::nonNull).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + descriptors + ". Is the process still there?", e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inode(String target) {
        return target.substring(SOCKET.length(), target.length() - 1);
    }

    private static String withoutInode(String target) {
        return target.startsWith("pipe:[") ? "pipe" : target;
    }
}

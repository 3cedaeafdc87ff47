package io.remoteobjects.node.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.remoteobjects.Replica;
import io.remoteobjects.Replica.State;
import io.remoteobjects.itests.qt.QtPeers;
import io.remoteobjects.itests.qt.QtProcess;
import io.remoteobjects.node.Node;
import io.remoteobjects.node.harness.Board;
import io.remoteobjects.node.harness.DemoBoard;
import io.remoteobjects.node.harness.Forked;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.node.harness.LogLines;

/** Local sockets serve one user; another is refused, whichever end it has. Needs to run as root, to become another. */
@Timeout(180)
class OtherUserTest {

    private static final String USER = "nobody";

    private final String name = LocalNames.name();
    private final Path socket = Path.of("/tmp", name);
    private Path classes;

    @BeforeEach
    void becomeAble() throws IOException {
        boolean able = Owner.ofThisProcess().equals("root") && Files.isExecutable(Path.of("/usr/bin/setpriv"));
        if (!able) {
            String reason = "to run a process as " + USER + " takes root and setpriv";
            if (Boolean.parseBoolean(System.getenv(QtPeers.REQUIRE_ALL))) {
                throw new AssertionError(QtPeers.REQUIRE_ALL + " is set, but " + reason);
            }
            System.err.printf("%n*** SKIPPED: sockets of other users are not tested, for %s. ***%n%n", reason);
            assumeTrue(false, reason);
        }
        classes = Files.createTempDirectory(Path.of("/tmp"), "ro-test");
        Files.setPosixFilePermissions(classes, PosixFilePermissions.fromString("rwxr-xr-x"));
        String file = StrangerMain.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(classes.resolve(file).getParent());
        try (InputStream in = StrangerMain.class.getClassLoader().getResourceAsStream(file)) {
            Files.copy(in, classes.resolve(file));
        }
    }

    @AfterEach
    void cleanUp() throws IOException {
        Files.deleteIfExists(socket);
        Files.deleteIfExists(Path.of("/tmp", name + ".lock"));
        if (classes != null) {
            try (var files = Files.walk(classes)) {
                for (Path each : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private QtProcess stranger(String does) {
        List<String> command = new ArrayList<>(List.of("--reuid=" + USER, "--clear-groups", Forked.javaProgram().toString(), "-cp",
                classes.toString(), StrangerMain.class.getName(), does, socket.toString()));
        return QtProcess.start(Path.of("/usr/bin/setpriv"), command.toArray(String[]::new));
    }

    @Test
    void strangerWhoConnectsGetsNothing() throws IOException {
        try (LogLines log = new LogLines(); Node host = Node.create().listen("local:" + name).start()) {
            host.enableRemoting("board", new DemoBoard());
            try (QtProcess shutOut = stranger("connect")) {
                shutOut.expect("stderr: .*(Permission denied|AccessDenied).*");
            }
            // even where the file would let it in
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
            try (QtProcess refused = stranger("connect")) {
                refused.expect("connected");
                refused.expect("bytes 0");
            }
            log.await("ERROR", name, "runs as user " + USER, "this one as root", "use a network address");
        }
    }

    @Test
    void strangersSocketIsNeitherConnectedToNorTakenOver() throws IOException {
        try (LogLines log = new LogLines();
                QtProcess trap = stranger("listen");
                Node node = Node.create().reconnect(Duration.ofMillis(20), Duration.ofMillis(20)).start()) {
            trap.expect("listening");
            IOException refused = assertThrows(IOException.class, () -> Node.create().listen("local:" + name).start());
            assertTrue(refused.getMessage().contains(socket + " belongs to user " + USER), refused.getMessage());
            assertTrue(Files.exists(socket));

            Board board = node.acquire(Board.class, "board");
            node.connect("local:" + name);
            log.await("ERROR", socket + " belongs to user " + USER, "Choose another name");
            assertEquals(State.DEFAULT, Replica.of(board).state());
            assertFalse(trap.lines().contains("accepted"), "the stranger was connected to");

            // even where the file seems to be ours: again and again, in case another process listens there one day
            Files.setAttribute(socket, "unix:uid", 0);
            trap.expect("accepted");
            trap.expect("bytes 0");
            log.await("ERROR", "runs as user " + USER);
            trap.expect("accepted");
            assertEquals(State.DEFAULT, Replica.of(board).state());
        }
    }

    @Test
    void strangersLockIsNotTaken() throws IOException {
        Path lock = Files.createFile(Path.of("/tmp", name + ".lock"));
        Files.setOwner(lock, lock.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
        IOException refused = assertThrows(IOException.class, () -> Node.create().listen("local:" + name).start());
        assertTrue(refused.getMessage().contains(lock + " belongs to user " + USER), refused.getMessage());
    }
}

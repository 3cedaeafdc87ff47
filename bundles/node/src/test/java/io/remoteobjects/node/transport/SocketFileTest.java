package io.remoteobjects.node.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.StandardProtocolFamily;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.netty.channel.EventLoopGroup;

import io.remoteobjects.itests.qt.QtProcess;
import io.remoteobjects.node.harness.Forked;
import io.remoteobjects.node.harness.LocalNames;
import io.remoteobjects.wire.Generation;
import io.remoteobjects.wire.Limits;

/** Who may listen on a local socket, and where it lies. */
@Timeout(300)
class SocketFileTest {

    private static final int RACERS = 8;
    private static final int ROUNDS = 200;

    private final EventLoopGroup loops = Transports.startLoops("test", 1);
    private final Transports transports = new Transports(loops, Limits.DEFAULT, OutboundLimits.DEFAULT);
    private final String name = LocalNames.name();

    @AfterEach
    void stop() throws IOException {
        Transports.stop(loops);
        Files.deleteIfExists(Path.of("/tmp", name + ".lock"));
        Files.deleteIfExists(Path.of("/tmp", name));
    }

    private Listener listen(String socket) throws IOException {
        return transports.listen(Address.parse("local:" + socket), Generation.QTRO_2_0, SocketRaceMain.Silent::new);
    }

    private void leaveDeadSocket() throws IOException {
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(Path.of("/tmp", name)));
        }
        assertTrue(Files.exists(Path.of("/tmp", name)), "a dead owner leaves its file");
    }

    @Test
    void ofManyProcessesThatRaceForADeadSocketOneWins() throws IOException {
        List<QtProcess> racers = new ArrayList<>();
        try {
            for (int i = 0; i < RACERS; i++) {
                racers.add(Forked.java(SocketRaceMain.class, "local:" + name));
            }
            racers.forEach(each -> each.expect("ready"));
            for (int round = 0; round < ROUNDS; round++) {
                leaveDeadSocket();
                racers.forEach(each -> each.send("go"));
                long winners = racers.stream().map(each -> each.expect("(won|lost|failed.*)").group(1)).filter("won"::equals).count();
                assertEquals(1, winners, "winners in round " + round);
                try (SocketChannel anybody = SocketChannel.open(UnixDomainSocketAddress.of(Path.of("/tmp", name)))) {
                    assertTrue(anybody.isConnected());
                }
                racers.forEach(each -> each.send("leave"));
                racers.forEach(each -> each.expect("left"));
            }
        } finally {
            racers.forEach(QtProcess::close);
        }
    }

    @Test
    void deadOwnerIsSucceededByAProcessThatOnlyItsDeathLetIn() throws IOException {
        try (QtProcess owner = Forked.java(SocketRaceMain.class, "local:" + name)) {
            owner.expect("ready");
            owner.send("go");
            owner.expect("won");
            SocketInUseException inUse = assertThrows(SocketInUseException.class, () -> listen(name));
            assertTrue(inUse.getMessage().contains(name) && inUse.getMessage().contains("another process"), inUse.getMessage());
            owner.kill9();
            listen(name).close();
        }
        assertFalse(Files.exists(Path.of("/tmp", name)), "who leaves in peace leaves no socket");
    }

    @Test
    void secondListenerInTheSameProcessIsRefusedAndDoesNotDropTheLock() throws Exception {
        try (Listener listener = listen(name)) {
            assertEquals("local:" + name, listener.address().url());
            assertThrows(SocketInUseException.class, () -> listen(name));
            Path link = Files.createSymbolicLink(Path.of("/tmp", name + "-dir"), Path.of("/tmp"));
            try {
                assertThrows(SocketInUseException.class, () -> listen(link.resolve(name).toString()), "by another path");
            } finally {
                Files.delete(link);
            }
            Throwable refused = assertThrows(InvocationTargetException.class, this::claimInOtherClassLoader).getCause();
            assertEquals(SocketInUseException.class.getName(), refused.getClass().getName(), refused.toString());

            try (QtProcess other = Forked.java(SocketRaceMain.class, "local:" + name)) {
                other.expect("ready");
                other.send("go");
                other.expect("lost");
            }
        }
        listen(name).close();
        claimInOtherClassLoader().close();
    }

    /** As another bundle, or another framework in this JVM, would. */
    private AutoCloseable claimInOtherClassLoader() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : Forked.classPath().split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        Class<?> other = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())
                .loadClass(SocketFile.class.getName());
        Method claim = other.getDeclaredMethod("claim", String.class);
        claim.setAccessible(true);
        return (AutoCloseable) claim.invoke(null, name);
    }

    @Test
    void somebodyWhoAnswersWithoutALockIsNotPushedAside() throws IOException {
        try (ServerSocketChannel qt = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            qt.bind(UnixDomainSocketAddress.of(Path.of("/tmp", name)));
            assertThrows(SocketInUseException.class, () -> listen(name));
            assertTrue(Files.exists(Path.of("/tmp", name)));
        }
        listen(name).close();
    }

    @Test
    void socketAndLockAreForTheirOwnerAlone() throws IOException {
        try (Listener listener = listen(name)) {
            for (String file : List.of(name, name + ".lock")) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of("/tmp", file))), file);
            }
        }
    }

    @Test
    void tooLongPathIsRefusedBothWays(@TempDir Path directory) {
        String longName = directory.resolve("x".repeat(107 - directory.toString().length() - 1)).toString();
        assertEquals(107, longName.length());
        IllegalArgumentException listening = assertThrows(IllegalArgumentException.class, () -> listen(longName));
        assertTrue(listening.getMessage().contains("107 bytes") && listening.getMessage().contains("106"), listening.getMessage());
        Throwable connecting = assertThrows(Exception.class, () -> transports.connect(Address.parse("local:" + longName),
                loops.next(), 1_000, new SocketRaceMain.Silent()).get(5, TimeUnit.SECONDS)).getCause();
        assertInstanceOf(IllegalArgumentException.class, connecting);
    }

    @Test
    void longestPathWorks(@TempDir Path directory) throws IOException {
        String longName = directory.resolve("x".repeat(106 - directory.toString().length() - 1)).toString();
        listen(longName).close();
    }

    @Test
    void socketLiesInTmpdirWhereQtLooksForIt(@TempDir Path directory) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Forked.javaProgram().toString(), "-Djava.io.tmpdir=/nowhere", "-cp",
                Forked.classPath(), SocketPathMain.class.getName(), name);
        builder.environment().put("TMPDIR", directory.toString());
        assertEquals(directory.resolve(name).toString(), output(builder));
        builder.environment().put("TMPDIR", "");
        assertEquals("/tmp/" + name, output(builder));
        builder.environment().remove("TMPDIR");
        assertEquals("/tmp/" + name, output(builder));
    }

    private static String output(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new String(process.getInputStream().readAllBytes()).strip();
    }

    /** Prints the path of a socket. */
    static final class SocketPathMain {

        private SocketPathMain() {
        }

        public static void main(String[] args) {
            System.out.println(SocketFile.path(args[0]));
        }
    }
}

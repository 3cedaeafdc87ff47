package io.remoteobjects.itests.zookeeper;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A ZooKeeper server in a process of its own, alone or one of an ensemble; it keeps its data when it is killed and started again. */
public final class ZooKeeperServer implements AutoCloseable {

    /** The shortest session is twice as long. */
    public static final int TICK_MILLIS = 500;

    private static final Duration START = Duration.ofSeconds(120);
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final Path folder;
    private final int port;
    private final String ensemble;
    private final int id;
    private Process process;

    private ZooKeeperServer(Path folder, int port, String ensemble, int id) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.ensemble = ensemble;
        this.id = id;
        wipe();
    }

    /** Loses what it knows. Not while it runs. */
    public void wipe() {
        try (Stream<Path> old = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            Files.createDirectories(folder.resolve("data"));
            Files.writeString(folder.resolve("data/myid"), Integer.toString(id));
            // Without waiting for disks, which may be slow: what dies here is the process, not the machine.
            Files.writeString(folder.resolve("zoo.cfg"), String.join("\n", "tickTime=" + TICK_MILLIS, "initLimit=40", "syncLimit=10",
                    "dataDir=" + folder.resolve("data"), "clientPortAddress=127.0.0.1", "clientPort=" + port, "admin.enableServer=false",
                    "maxClientCnxns=0", "4lw.commands.whitelist=srvr,mntr", "forceSync=no", ensemble));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@return a server that is running, with its data in a folder} */
    public static ZooKeeperServer alone(Path folder) {
        ZooKeeperServer server = new ZooKeeperServer(folder, freePorts(1).get(0), "", 1);
        server.start();
        server.awaitServing();
        return server;
    }

    /** {@return three servers that are running and have a leader, with their data in folders whose names begin alike} */
    public static List<ZooKeeperServer> ensemble(Path folders) {
        List<Integer> ports = freePorts(9);
        String members = IntStream.rangeClosed(1, 3).mapToObj(id -> "server." + id + "=127.0.0.1:" + ports.get(id + 2) + ":"
                + ports.get(id + 5)).collect(Collectors.joining("\n"));
        List<ZooKeeperServer> servers = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            servers.add(new ZooKeeperServer(Path.of(folders + "-" + id), ports.get(id - 1), members, id));
        }
        servers.forEach(ZooKeeperServer::start);
        servers.forEach(ZooKeeperServer::awaitServing);
        return servers;
    }

    /** All open at the same time, or one might be given twice. */
    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, LOOPBACK));
            }
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket each : sockets) {
                each.close();
            }
            return ports;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts its process, and returns at once. */
    public void start() {
        try {
            process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-XX:TieredStopAtLevel=1",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", System.getProperty("java.class.path"),
                    ServerProcess.class.getName(), folder.resolve("zoo.cfg").toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output.txt").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until it answers clients. */
    public void awaitServing() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!ask("srvr").contains("Mode:")) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("A ZooKeeper server does not come up; see " + folder.resolve("output.txt"));
            }
            pause();
        }
    }

    private void pause() {
        try {
            // Between two questions; its end cuts the wait short.
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** {@return the answer to one of ZooKeeper's four letter words; empty if there is none} */
    public String ask(String word) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), 1_000);
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException notYet) {
            return "";
        }
    }

    /** {@return a number from what {@code mntr} answers} */
    public long measure(String key) {
        return ask("mntr").lines().filter(line -> line.startsWith(key + "\t")).map(line -> line.substring(key.length() + 1).trim())
                .mapToLong(value -> (long) Double.parseDouble(value)).findFirst()
                .orElseThrow(() -> new AssertionError("mntr tells no " + key));
    }

    /** {@return whether it leads the others now} */
    public boolean isLeader() {
        return ask("srvr").contains("Mode: leader");
    }

    /** {@return where it serves clients, as HOST:PORT} */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** {@return bytes that it has written, to files as well as to its clients} */
    public long bytesWritten() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/io")).stream().filter(line -> line.startsWith("wchar: "))
                    .mapToLong(line -> Long.parseLong(line.substring(7))).findFirst().orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        kill();
    }
}

package io.remoteobjects.node.transport;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file of a local socket and the right to listen on it. The file lies where Qt looks for it: in {@code $TMPDIR}, else
 * {@code /tmp}. Whoever listens holds an exclusive lock on {@code NAME.lock} for life, so a dead owner's socket can be told from a
 * living one's and of many who race for it one wins.
 *
 * @see <a href="https://doc.qt.io/qt-6/qlocalserver.html">QLocalServer</a>
 */
final class SocketFile implements AutoCloseable {

    /** What {@code sun_path} holds on Linux is 107 bytes and a closing zero; the JDK uses one less. */
    private static final int MAX_PATH_BYTES = 106;

    private final Path socket;
    private final FileChannel channel;
    private final FileLock lock;
    private final String held;

    private SocketFile(Path socket, FileChannel channel, FileLock lock, String held) {
        this.held = held;
        this.socket = socket;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * @param name the name in a {@code local:} URL; one that starts with a slash is a path
     * @return where the socket lies
     * @throws IllegalArgumentException if the path is too long for a socket
     */
    static Path path(String name) {
        String directory = System.getenv("TMPDIR");
        Path path = name.startsWith("/") ? Path.of(name) : Path.of(directory == null || directory.isEmpty() ? "/tmp" : directory, name);
        int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_PATH_BYTES) {
            throw new IllegalArgumentException("The path of local:" + name + ", " + path + ", has " + length + " bytes; a socket's may "
                    + "have " + MAX_PATH_BYTES + ". Use a shorter name, or a shorter TMPDIR.");
        }
        return path;
    }

    /**
     * Takes the right to listen, and removes what a dead owner left.
     *
     * @param name the name in a {@code local:} URL
     * @return the right, until it is closed
     * @throws SocketInUseException if a living process, this one included, has it
     * @throws IOException if another user owns the file, or it cannot be used
     */
    static SocketFile claim(String name) throws IOException {
        Path socket = path(name);
        Path lockFile = socket.resolveSibling(socket.getFileName() + ".lock");
        // A second channel on the lock file would drop this JVM's lock when it is closed: open it only if nobody here holds it.
        String held = lockFile.getParent().toRealPath().resolve(lockFile.getFileName()).toString();
        if (!heldByThisJvm().add(held)) {
            throw new SocketInUseException("local:" + name + " is in use by this process (" + socket + ").");
        }
        FileChannel channel = null;
        boolean claimed = false;
        try {
            checkOwner(lockFile);
            channel = FileChannel.open(lockFile, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new SocketInUseException("local:" + name + " is in use by another process (" + lockFile + " is locked).");
            }
            checkOwner(socket);
            refuseIfAnswered(name, socket);
            Files.deleteIfExists(socket);
            claimed = true;
            return new SocketFile(socket, channel, lock, held);
        } finally {
            if (!claimed) {
                if (channel != null) {
                    channel.close();
                }
                heldByThisJvm().remove(held);
            }
        }
    }

    /** Qt takes no lock, and a lock file may have been cleaned away under a living owner: who answers, lives. */
    private static void refuseIfAnswered(String name, Path socket) throws SocketInUseException {
        if (Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
            try (SocketChannel answered = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                throw new SocketInUseException("local:" + name + " is in use: somebody answers at " + socket + ".");
            } catch (SocketInUseException inUse) {
                throw inUse;
            } catch (IOException dead) {
                // What a dead owner left.
            }
        }
    }

    /**
     * Refuses a file that belongs to somebody else: a socket in a directory that all may write to could be a trap.
     *
     * @param file a socket or lock file that may exist
     * @throws OtherUserException if it exists and its owner is not the user of this process
     * @throws IOException if that cannot be told
     */
    static void checkOwner(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            String owner = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName();
            String self = Owner.ofThisProcess();
            if (!owner.equals(self)) {
                throw new OtherUserException("The socket file " + file + " belongs to user " + owner + ", this process to " + self
                        + ". Choose another name, or have " + owner + " remove it.");
            }
        }
    }

    /** Locks are the process's, class loaders and frameworks are many: the one place they all share is the system properties. */
    @SuppressWarnings("unchecked")
    private static Set<String> heldByThisJvm() {
        Properties shared = System.getProperties();
        return (Set<String>) shared.computeIfAbsent("io.remoteobjects.sockets", key -> ConcurrentHashMap.<String>newKeySet());
    }

    Path socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(socket);
        } finally {
            // The lock file stays: to delete it would let two processes lock two different files of one name.
            lock.release();
            channel.close();
            heldByThisJvm().remove(held);
        }
    }
}

package io.remoteobjects.examples.printer.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.examples.printer.PrintException;

/**
 * The keys of the documents that were printed, or may have been, so that none of them is printed twice. They are in a file as well, from
 * before the document leaves, and so outlive the Source. Any thread.
 *
 * <p>A document that may have been printed stays so: that the printer lists a job for it would prove nothing, as printers print what
 * they got of a document whose transfer broke.
 */
final class PrintKeys {

    /** How many keys are remembered. */
    static final int CAPACITY = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(PrintKeys.class);
    private static final String UNCONFIRMED = "?";

    private final Path file;
    // guarded by this; by the digest of their key, oldest first
    private final Map<String, Use> uses = new LinkedHashMap<>();

    /**
     * Remembers what is in the file.
     *
     * @param file of these keys only; need not exist
     * @throws IllegalStateException if it cannot be read
     */
    PrintKeys(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] words = line.split(" ");
                    uses.put(words[0], earlier(words[1], words[2]));
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException("Cannot start the printer Source: the keys in " + file + " cannot be read (" + unreadable
                    + "). Delete it: what was printed with a key may then be printed again.", unreadable);
        }
    }

    private Use earlier(String fingerprint, String outcome) {
        Use use = new Use(fingerprint);
        use.written = outcome;
        use.job = outcome.equals(UNCONFIRMED) ? Promises.failed(new PrintException("The document of this key was sent to the printer, "
                + "but the Source ended before the printer had answered. It may have been printed: look before you print it again, with a "
                + "new key.", new UnconfirmedException(new IOException("the Source ended"))))
                : Promises.resolved(Integer.valueOf(outcome));
        return use;
    }

    /**
     * Prints unless that was done for this key.
     *
     * @param key the caller's
     * @param fingerprint of the document
     * @param print does it, and runs what it is given before the document leaves; its promise fails with an UnconfirmedException as cause
     *     if the document may have been printed
     * @return what printing led to, the first time
     * @throws IllegalArgumentException if the key is empty, or stands for another document
     */
    synchronized Promise<Integer> once(String key, String fingerprint, Function<Runnable, Promise<Integer>> print) {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("Cannot print once without a key. Make one up, such as a UUID.");
        }
        String digest = Sha256.of(key);
        Use use = uses.get(digest);
        if (use == null) {
            use = new Use(fingerprint);
            uses.put(digest, use);
            use.job = print.apply(use::leaves).then(use::printed, use::failed);
            forgetOldest();
        }
        if (!use.fingerprint.equals(fingerprint)) {
            throw new IllegalArgumentException("Key '" + key + "' was used for another document, which is not printed again. "
                    + "Use a new key for each document.");
        }
        return use.job;
    }

    private void forgetOldest() {
        Iterator<Use> oldest = uses.values().iterator();
        while (uses.size() > CAPACITY && oldest.hasNext()) {
            if (oldest.next().job.isDone()) {
                oldest.remove();
            }
        }
    }

    /** All of it each time: it is small, and what replaces it is whole. */
    private void write() {
        List<String> lines = uses.entrySet().stream().filter(each -> each.getValue().written != null)
                .map(each -> each.getKey() + ' ' + each.getValue().fingerprint + ' ' + each.getValue().written).toList();
        try {
            Path next = Files.write(file.resolveSibling(file.getFileName() + ".new"), lines, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    /** What a key stands for. */
    private final class Use {

        private final String fingerprint;
        // guarded by the keys: what became of it, and what the file says of that, null if nothing
        private Promise<Integer> job;
        private String written;

        Use(String fingerprint) {
            this.fingerprint = fingerprint;
        }

        void leaves() {
            synchronized (PrintKeys.this) {
                if (written != null) {
                    return;
                }
                try {
                    written = UNCONFIRMED;
                    write();
                } catch (UncheckedIOException unable) {
                    written = null;
                    throw new PrintException("Cannot print with a key: it cannot be written to " + file + " (" + unable.getCause()
                            + "). Make room there; nothing was printed.", unable);
                }
            }
        }

        Promise<Integer> printed(Promise<Integer> number) throws Exception {
            settle(String.valueOf(number.getValue()));
            return number;
        }

        void failed(Promise<?> failure) throws Exception {
            if (!(failure.getFailure().getCause() instanceof UnconfirmedException)) {
                settle(null);
            }
        }

        /** @param outcome null if it was not printed */
        private void settle(String outcome) {
            synchronized (PrintKeys.this) {
                if (outcome == null) {
                    uses.values().remove(this);
                }
                if (written != null) {
                    written = outcome;
                    try {
                        write();
                    } catch (UncheckedIOException unable) {
                        LOG.warn("Cannot write to {} what became of a document: {}. When the Source is started again, it is one that may "
                                + "have been printed.", file, unable.getCause().toString());
                    }
                }
            }
        }
    }
}

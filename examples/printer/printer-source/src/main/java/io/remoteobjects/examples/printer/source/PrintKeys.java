package io.remoteobjects.examples.printer.source;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.osgi.util.promise.Promise;

/** The keys of the documents that were printed, or may have been, so that none of them is printed twice. Any thread. */
final class PrintKeys {

    /** How many keys are remembered. */
    static final int CAPACITY = 1000;

    // guarded by this, oldest first
    private final Map<String, Use> uses = new LinkedHashMap<>();

    /**
     * Prints unless that was done for this key.
     *
     * @param key the caller's
     * @param fingerprint of the document
     * @param print does it; its promise fails with an UnconfirmedException as cause if the document may have been printed
     * @return what printing led to, the first time
     * @throws IllegalArgumentException if the key is empty, or stands for another document
     */
    Promise<Integer> once(String key, String fingerprint, Supplier<Promise<Integer>> print) {
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("Cannot print once without a key. Make one up, such as a UUID.");
        }
        Use use;
        synchronized (this) {
            use = uses.get(key);
            if (use == null) {
                use = new Use(fingerprint, print.get());
                uses.put(key, use);
                forgetOldest();
            }
        }
        if (!use.fingerprint.equals(fingerprint)) {
            throw new IllegalArgumentException("Key '" + key + "' was used for another document, which is not printed again. "
                    + "Use a new key for each document.");
        }
        Use used = use;
        return use.job.onFailure(failure -> {
            if (!(failure.getCause() instanceof UnconfirmedException)) {
                forget(key, used);
            }
        });
    }

    private synchronized void forget(String key, Use use) {
        uses.remove(key, use);
    }

    private void forgetOldest() {
        Iterator<Use> oldest = uses.values().iterator();
        while (uses.size() > CAPACITY && oldest.hasNext()) {
            if (oldest.next().job.isDone()) {
                oldest.remove();
            }
        }
    }

    /**
     * What a key stands for.
     *
     * @param fingerprint of the document
     * @param job what became of it
     */
    private record Use(String fingerprint, Promise<Integer> job) {
    }
}

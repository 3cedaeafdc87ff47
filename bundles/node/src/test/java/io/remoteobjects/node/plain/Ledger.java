package io.remoteobjects.node.plain;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import org.osgi.util.promise.Promise;

/** A service that knows nothing of remote objects, and uses whatever Java has. */
interface Ledger {

    /** Cannot be made of what another process tells. */
    class Closed extends Exception {
        private static final long serialVersionUID = 1;

        Closed(int code) {
            super("code " + code);
        }
    }

    /** Has no message of its own. */
    class Empty extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** Data. */
    class Entry {
        public int amount;
        public List<String> notes;
    }

    String which(int one);

    String which(Integer one);

    String which(long one);

    String which(Object one);

    String which(List<String> one);

    String which(Set<String> one);

    String which(String... all);

    String which(String first, Object... more);

    List<String> reversed(List<String> texts);

    Entry doubled(Entry entry);

    int[] doubled(int[] numbers);

    Map<String, Integer> counted(Map<String, Integer> counts);

    void fail(String how) throws IOException, Closed, Empty;

    Future<String> future();

    Promise<String> promise();

    CompletableFuture<String> completableFuture();

    CompletionStage<List<Entry>> stage();

    CompletableFuture<Void> nothing();

    int slow(Integer millis) throws FileNotFoundException;

    default String greeting() {
        return "Hello " + which(1);
    }
}

package io.remoteobjects.node.plain;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/** A ledger whose asynchronous answers come when the test says so. */
final class MemoryLedger implements Ledger {

    /** Nobody else knows it. */
    static final class Private extends RuntimeException {
        private static final long serialVersionUID = 1;

        Private(String message, Throwable cause) {
            super(message, cause);
        }
    }

    final FutureTask<String> future = new FutureTask<>(() -> "future");
    final Deferred<String> promise = new Deferred<>();
    final CompletableFuture<String> completable = new CompletableFuture<>();
    final CompletableFuture<List<Entry>> stage = new CompletableFuture<>();
    final CountDownLatch slow = new CountDownLatch(1);

    @Override
    public String which(int one) {
        return "int";
    }

    @Override
    public String which(Integer one) {
        return "Integer";
    }

    @Override
    public String which(long one) {
        return "long";
    }

    @Override
    public String which(Object one) {
        return "Object";
    }

    @Override
    public String which(List<String> one) {
        return "List";
    }

    @Override
    public String which(Set<String> one) {
        return "Set";
    }

    @Override
    public String which(String... all) {
        return "Strings " + Arrays.toString(all);
    }

    @Override
    public String which(String first, Object... more) {
        return first + " and " + Arrays.toString(more);
    }

    @Override
    public List<String> reversed(List<String> texts) {
        Collections.reverse(texts);
        texts.add("end");
        return texts;
    }

    @Override
    public Entry doubled(Entry entry) {
        entry.amount *= 2;
        return entry;
    }

    @Override
    public int[] doubled(int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= 2;
        }
        return numbers;
    }

    @Override
    public Map<String, Integer> counted(Map<String, Integer> counts) {
        counts.merge("calls", 1, Integer::sum);
        return counts;
    }

    @Override
    public void fail(String how) throws IOException, Closed, Empty {
        switch (how) {
            case "declared" -> throw new IOException("disk", new IllegalStateException("full"));
            case "narrower" -> throw new FileNotFoundException("a.txt");
            case "closed" -> throw new Closed(3);
            case "empty" -> throw new Empty();
            case "jdk" -> throw new ArithmeticException("by zero");
            case "private" -> throw new Private("secret", new IOException("disk"));
            default -> throw new StackOverflowError();
        }
    }

    @Override
    public Future<String> future() {
        return future;
    }

    @Override
    public Promise<String> promise() {
        return promise.getPromise();
    }

    @Override
    public CompletableFuture<String> completableFuture() {
        return completable;
    }

    @Override
    public CompletionStage<List<Entry>> stage() {
        return stage;
    }

    @Override
    public CompletableFuture<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public int slow(Integer number) {
        if (number == null) {
            try {
                slow.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }
        return number;
    }
}

package io.remoteobjects.itests.conformance.services;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import org.osgi.service.component.annotations.Component;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/** Keeps what was asked for until it is told to answer. */
@Component(property = {"service.exported.interfaces=*", "service.exported.intents=osgi.async"})
public final class LaterService implements Later {

    static final int ANSWER = 42;

    private final List<Runnable> answers = new ArrayList<>();
    private final List<Runnable> failures = new ArrayList<>();

    private synchronized void add(Runnable answer, Runnable failure) {
        answers.add(answer);
        failures.add(failure);
        notifyAll();
    }

    @Override
    public Future<Integer> future() {
        FutureTask<Integer> future = new FutureTask<>(() -> ANSWER);
        add(future, () -> future.cancel(false));
        return future;
    }

    @Override
    public Promise<Integer> promise() {
        Deferred<Integer> deferred = new Deferred<>();
        add(() -> deferred.resolve(ANSWER), () -> deferred.fail(new IllegalStateException("told to")));
        return deferred.getPromise();
    }

    @Override
    public CompletableFuture<Integer> completableFuture() {
        CompletableFuture<Integer> future = new CompletableFuture<>();
        add(() -> future.complete(ANSWER), () -> future.completeExceptionally(new IllegalStateException("told to")));
        return future;
    }

    @Override
    public CompletionStage<List<Reading>> completionStage() {
        CompletableFuture<List<Reading>> future = new CompletableFuture<>();
        add(() -> future.complete(List.of(Reading.of(1))), () -> future.completeExceptionally(new IllegalStateException("told to")));
        return future;
    }

    @Override
    public void complete(int asked) {
        end(answers, asked);
    }

    @Override
    public void fail(int asked) {
        end(failures, asked);
    }

    private synchronized void end(List<Runnable> ends, int asked) {
        try {
            while (ends.size() < asked) {
                wait();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("Stopped with " + ends.size() + " of " + asked + " asked for", stopped);
        }
        ends.forEach(Runnable::run);
        answers.clear();
        failures.clear();
    }
}

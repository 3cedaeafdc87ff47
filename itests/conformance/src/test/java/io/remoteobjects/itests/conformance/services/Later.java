package io.remoteobjects.itests.conformance.services;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import org.osgi.util.promise.Promise;

/** Answers of all kinds that come later: when they are told to. */
public interface Later {

    Future<Integer> future();

    Promise<Integer> promise();

    CompletableFuture<Integer> completableFuture();

    CompletionStage<List<Reading>> completionStage();

    /** Lets all answers come, once that many were asked for: calls of a plain service overtake each other. */
    void complete(int asked);

    /** Lets all fail, once that many were asked for. */
    void fail(int asked);
}

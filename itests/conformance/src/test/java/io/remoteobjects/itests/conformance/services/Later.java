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

    /** Lets all answers come that were asked for. */
    void complete();

    /** Lets all fail that were asked for. */
    void fail();
}

package io.remoteobjects.itests.samples.moving.api;

import java.util.concurrent.CompletableFuture;

/** Adds, at once, later, slowly or not at all. */
public interface Adder {

    int add(int one, int other) throws OverflowException;

    CompletableFuture<Integer> later(int one, int other);

    void sleep(long millis) throws InterruptedException;
}

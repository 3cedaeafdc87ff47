package io.remoteobjects.itests.samples.moving.api;

import java.util.concurrent.CompletableFuture;

/** Adds, at once, later or not at all; names what it is called with; and takes its time. */
public interface Adder {

    int add(int one, int other) throws OverflowException;

    CompletableFuture<Integer> later(int one, int other);

    String kind(Object any);

    String kind(String text);

    void sleep(long millis) throws InterruptedException;
}

package io.remoteobjects.itests.samples.moving.source;

import io.remoteobjects.itests.samples.moving.api.Adder;
import io.remoteobjects.itests.samples.moving.api.OverflowException;
import java.util.concurrent.CompletableFuture;

/** Public, for Aries' providers call a method of the class, not of the interface. */
public final class Sum implements Adder {

    @Override
    public int add(int one, int other) throws OverflowException {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException overflow) {
            throw new OverflowException(one + " + " + other);
        }
    }

    @Override
    public CompletableFuture<Integer> later(int one, int other) {
        return CompletableFuture.supplyAsync(() -> one + other);
    }

    @Override
    public String kind(Object any) {
        return "object";
    }

    @Override
    public String kind(String text) {
        return "text";
    }

    @Override
    public void sleep(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }
}

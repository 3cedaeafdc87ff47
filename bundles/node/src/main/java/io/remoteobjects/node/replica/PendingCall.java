package io.remoteobjects.node.replica;

import java.util.concurrent.CompletableFuture;

import io.remoteobjects.wire.type.QtType;

/** A call that waits for its answer, which comes on the replicas' event loop. */
final class PendingCall {

    private final String what;
    private final QtType<Object> resultType;
    private final long deadlineNanos;
    private final CompletableFuture<Object> answer = new CompletableFuture<>();
    int serialId;

    /**
     * @param what is called, for messages
     * @param resultType type of the result; null for none
     * @param timeoutMillis how long to wait
     */
    PendingCall(String what, QtType<Object> resultType, long timeoutMillis) {
        this.what = what;
        this.resultType = resultType;
        this.deadlineNanos = System.nanoTime() + timeoutMillis * 1_000_000;
    }

    String what() {
        return what;
    }

    QtType<Object> resultType() {
        return resultType;
    }

    CompletableFuture<Object> answer() {
        return answer;
    }

    boolean isLate(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    void succeed(Object result) {
        answer.complete(result);
    }

    void fail(RuntimeException failure) {
        answer.completeExceptionally(failure);
    }
}

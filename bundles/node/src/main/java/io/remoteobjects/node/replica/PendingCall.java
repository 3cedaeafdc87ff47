package io.remoteobjects.node.replica;

import java.util.concurrent.CompletableFuture;

import io.remoteobjects.node.contract.PlainSlot;
import io.remoteobjects.node.dialect.PlainValues;
import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.type.QtType;

/** A call that waits for its answer, which comes on the replicas' event loop. */
final class PendingCall {

    private final String what;
    private final QtType<Object> resultType;
    private final PlainSlot plain;
    private final long deadlineNanos;
    private final CompletableFuture<Object> answer = new CompletableFuture<>();
    int serialId;

    /**
     * @param what is called, for messages
     * @param resultType type of the result; null for none
     * @param plain the method, if it is one of a plain service
     * @param timeoutMillis how long to wait
     */
    PendingCall(String what, QtType<Object> resultType, PlainSlot plain, long timeoutMillis) {
        this.what = what;
        this.resultType = resultType;
        this.plain = plain;
        this.deadlineNanos = System.nanoTime() + timeoutMillis * 1_000_000;
    }

    String what() {
        return what;
    }

    /** {@return the result in an answer that is no failure} */
    Object read(WireInput in) {
        PlainValues values = plain == null ? null : PlainValues.readIfPresent(in);
        if (values != null) {
            return plain.readResult(values.bytes(), in.limits());
        }
        return resultType == null ? null : resultType.readVariant(in);
    }

    /** {@return what to say of an answer that cannot be read} */
    String unfit(Throwable why) {
        return plain != null ? what + " was answered, and the answer is of no use: " + why.getMessage()
                : what + " answered with something else than a " + resultType + ", as a slot that failed does in Qt: " + why.getMessage();
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

package io.remoteobjects.node.contract;

/** How a slot method of an interface gives its result. */
public enum ReturnKind {
    /** Nothing, and the caller waits until it is done. */
    VOID,
    /** The value itself; the caller waits for it. */
    VALUE,
    /** A {@code org.osgi.util.promise.Promise}. */
    PROMISE,
    /** A {@code CompletableFuture} or {@code CompletionStage}. */
    COMPLETABLE_FUTURE,
    /** A {@code java.util.concurrent.Future}. */
    FUTURE
}

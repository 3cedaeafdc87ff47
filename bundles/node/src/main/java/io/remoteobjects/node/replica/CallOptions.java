package io.remoteobjects.node.replica;

import java.util.function.Function;

import io.remoteobjects.LinkException;

/**
 * How a typed replica calls.
 *
 * @param timeoutMillis how long a call waits for its answer
 * @param linkFailure makes of trouble with the link what callers are to see
 */
public record CallOptions(long timeoutMillis, Function<LinkException, RuntimeException> linkFailure) {

    /**
     * @param timing of links and calls
     * @return the node's time-out; trouble with the link is seen as it is
     */
    public static CallOptions of(LinkTiming timing) {
        return new CallOptions(timing.callTimeoutMillis(), link -> link);
    }
}

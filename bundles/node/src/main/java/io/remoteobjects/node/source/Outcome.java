package io.remoteobjects.node.source;

/**
 * How a slot ended.
 *
 * @param result what it returned
 * @param failure what it threw; null if it returned
 */
record Outcome(Object result, Throwable failure) {

    static Outcome returned(Object result) {
        return new Outcome(result, null);
    }

    static Outcome failed(Throwable failure) {
        return new Outcome(null, failure);
    }
}

package io.remoteobjects.examples.gps;

import io.remoteobjects.Signal;

/**
 * The receiver no longer knows where it is.
 *
 * @param reason why, in English, for people
 * @param satellites how many are still in view; 0 if the receiver itself is gone
 */
public record FixLost(String reason, int satellites) implements Signal.Arguments {
}

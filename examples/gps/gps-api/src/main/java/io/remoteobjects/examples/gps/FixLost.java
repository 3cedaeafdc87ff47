package io.remoteobjects.examples.gps;

import io.remoteobjects.Signal;

/**
 * The receiver no longer knows where it is.
 *
 * @param reason why, in English, for people
 * @param satellites how many the receiver still used: too few for a position
 */
public record FixLost(String reason, int satellites) implements Signal.Arguments {
}

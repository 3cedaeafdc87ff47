package io.remoteobjects.node.gps;

import io.remoteobjects.Signal;

/** The receiver no longer knows where it is. */
public record FixLost(String reason, int satellites) implements Signal.Arguments {
}

package io.remoteobjects.node.transport;

/**
 * What may wait for a peer that does not read as fast as things happen.
 *
 * @param conflateBytes above this only the latest value of each property waits; signals and replies all do
 * @param closeBytes above this the connection is closed; on its return the peer gets the current state
 */
public record OutboundLimits(long conflateBytes, long closeBytes) {

    /** 1 MiB and 64 MiB. */
    public static final OutboundLimits DEFAULT = new OutboundLimits(1L << 20, 64L << 20);

    /** Checks the order. */
    public OutboundLimits {
        if (conflateBytes < 0 || closeBytes < conflateBytes) {
            throw new IllegalArgumentException("Values are conflated before a connection is closed: conflateBytes=" + conflateBytes
                    + " closeBytes=" + closeBytes);
        }
    }
}

package io.remoteobjects.node.replica;

/**
 * The times of a link to a host.
 *
 * @param heartbeatMillis the interval in which a silent host is asked for a sign of life; before two have passed it counts as gone; 0 never
 * @param reconnectMinMillis the first wait before a new attempt
 * @param reconnectMaxMillis the longest wait
 * @param connectTimeoutMillis how long an attempt, handshake included, may take
 * @param callTimeoutMillis how long a call waits for its reply unless told otherwise
 */
public record LinkTiming(long heartbeatMillis, long reconnectMinMillis, long reconnectMaxMillis, int connectTimeoutMillis,
        long callTimeoutMillis) {

    /** A heartbeat of 2 s, reconnecting after 250 ms up to 5 s, 10 s to connect, 30 s for a call. */
    public static final LinkTiming DEFAULT = new LinkTiming(2_000, 250, 5_000, 10_000, 30_000);
}

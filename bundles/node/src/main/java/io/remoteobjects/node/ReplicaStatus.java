package io.remoteobjects.node;

import java.time.Instant;

import io.remoteobjects.Replica;

/**
 * How an acquired object stands.
 *
 * @param name its name
 * @param type its QtRO type name; empty while unknown
 * @param url the host it comes from, or must come from; empty while it may come from any and there is none
 * @param state of the replica
 * @param since when it came into that state
 * @param problem which members do not fit, while the state is a mismatch; else empty
 */
public record ReplicaStatus(String name, String type, String url, Replica.State state, Instant since,
        String problem) {
}

package io.remoteobjects.node;

import io.remoteobjects.Replica;

/**
 * How an acquired object stands.
 *
 * @param name its name
 * @param type its QtRO type name; empty while unknown
 * @param url the host it must come from; empty for any
 * @param state of the replica
 * @param problem which members do not fit, while the state is a mismatch; else empty
 */
public record ReplicaStatus(String name, String type, String url, Replica.State state, String problem) {
}

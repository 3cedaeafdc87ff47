package io.remoteobjects.itests.samples.gpsprobe;

import io.remoteobjects.DynamicReplica;
import io.remoteobjects.Replica;

/** What a handle remembers, whether its Source is there or not. */
final class LastValues {

    private LastValues() {
    }

    static String of(Replica handle) {
        return handle instanceof DynamicReplica replica && !replica.schema().properties().isEmpty() ? replica.get("fix").toString() : "-";
    }
}

package io.remoteobjects.shell;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.remoteobjects.node.Node;
import io.remoteobjects.node.ObjectLocation;
import io.remoteobjects.node.RegistryStatus;
import io.remoteobjects.node.ReplicaStatus;
import io.remoteobjects.node.SourceStatus;
import io.remoteobjects.topology.ConfiguredExport;
import io.remoteobjects.topology.ExportStatus;
import io.remoteobjects.topology.ImportStatus;
import io.remoteobjects.topology.InterestStatus;
import io.remoteobjects.topology.TopologyView;

/** What an explanation rests on: how everything stood at one moment. Without a topology manager the last four are empty. */
record Facts(Instant now, List<String> addresses, List<SourceStatus> sources, List<ReplicaStatus> replicas, List<RegistryStatus> registries,
        Map<String, String> unreachedHosts, List<ObjectLocation> locations, List<ExportStatus> exports,
        List<ConfiguredExport> configuredExports, List<ImportStatus> imports, List<InterestStatus> interests) {

    static Facts of(Node node, TopologyView topology) {
        return new Facts(Instant.now(), node.addresses(), node.sources(), node.replicas(), node.registries(), node.unreachedHosts(),
                node.locations(), topology == null ? List.of() : topology.exports(),
                topology == null ? List.of() : topology.configuredExports(), topology == null ? List.of() : topology.imports(),
                topology == null ? List.of() : topology.interests());
    }
}

package io.remoteobjects.node;

import java.util.List;

import io.remoteobjects.node.access.AccessCheck;
import io.remoteobjects.node.registry.RegistryMode;
import io.remoteobjects.node.replica.LinkTiming;
import io.remoteobjects.node.transport.Address;
import io.remoteobjects.node.transport.OutboundLimits;
import io.remoteobjects.wire.Limits;

/** What a node is made of; {@link NodeBuilder} tells of each. */
record NodeConfig(String id, List<Address> listen, List<Address> connect, List<Address> registries, RegistryMode registryMode,
        Address advertise, LinkTiming timing, Limits limits, OutboundLimits outbound, int ioThreads, NodeThreads sharedThreads,
        boolean directCallbacks, boolean tolerant, List<String> problems, AccessCheck accessCheck) {
}

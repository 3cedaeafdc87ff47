package io.remoteobjects.node;

import io.remoteobjects.Replica;

/**
 * How a node stands with a registry.
 *
 * @param url where the registry is
 * @param state of the node's replica of it
 * @param hosted whether this node hosts it
 */
public record RegistryStatus(String url, Replica.State state, boolean hosted) {
}

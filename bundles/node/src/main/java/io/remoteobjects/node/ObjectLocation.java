package io.remoteobjects.node;

/**
 * An object that a registry knows, or that a host offers to which the node was told to connect.
 *
 * @param name its name
 * @param type its QtRO type name; empty if the host told none
 * @param url where its host listens
 * @param registry the registry that knows it; empty for what the host itself told
 */
public record ObjectLocation(String name, String type, String url, String registry) {
}

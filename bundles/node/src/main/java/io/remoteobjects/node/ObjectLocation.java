package io.remoteobjects.node;

/**
 * An object that a registry knows.
 *
 * @param name its name
 * @param type its QtRO type name; empty if the host told none
 * @param url where its host listens
 * @param registry the registry that knows it
 */
public record ObjectLocation(String name, String type, String url, String registry) {
}

package io.remoteobjects.topology;

/**
 * Something that a bundle here asks the service registry for.
 *
 * @param bundle its symbolic name
 * @param interfaceName the interface it asks for
 * @param filter the whole filter; empty if there is none but the interface
 */
public record InterestStatus(String bundle, String interfaceName, String filter) {
}

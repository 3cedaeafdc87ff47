package io.remoteobjects.topology.imports;

/**
 * What happens to an imported service whose Source is lost.
 *
 * @param graceMillis how long nothing does, in milliseconds
 * @param keep whether it stays registered after that, with its state updated
 * @param lingerMillis how long the last values are kept once nobody asks for them, in milliseconds
 */
public record LossPolicy(long graceMillis, boolean keep, long lingerMillis) {
}

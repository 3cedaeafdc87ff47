package io.remoteobjects.node;

import java.util.List;

/**
 * How a shared object stands.
 *
 * @param name its name
 * @param type its QtRO type name
 * @param signature its signature in protocol 2.0
 * @param urls where it can be reached
 * @param subscribers how many peers follow it
 * @param rep its interface as text of a .rep file
 * @param shadowedBy where registries know another object of this name, which others find instead of this one; empty if none
 */
public record SourceStatus(String name, String type, String signature, List<String> urls, int subscribers, String rep,
        List<String> shadowedBy) {
}

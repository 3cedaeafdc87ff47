package io.remoteobjects.wire.type;

import java.util.List;

/**
 * The reply to a model's cache request: Qt's MetaAndDataEntries.
 *
 * @param entries the items
 * @param roles those that the data of each entry stands for
 * @param size columns and rows of the root
 */
public record ModelSnapshot(List<ModelEntry> entries, List<Integer> roles, Geometry.Size size) {
}

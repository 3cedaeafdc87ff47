package io.remoteobjects.wire.type;

import java.util.List;

/**
 * An item of a model with its data: Qt's IndexValuePair.
 *
 * @param index the path from the root
 * @param data one for each requested role, in the order of the request
 * @param hasChildren whether there are rows below it
 * @param flags Qt's item flags
 * @param children filled in by a cache request only
 * @param size columns and rows below it, (-1, -1) if not told
 */
public record ModelEntry(List<ModelIndex> index, List<Variant> data, boolean hasChildren, int flags, List<ModelEntry> children,
        Geometry.Size size) {
}

package io.remoteobjects.wire.type;

/** One step of the path from a model's root to an item. */
public record ModelIndex(int row, int column) {
}

package io.remoteobjects.node.contract;

/** The POD of {@code interop.rep}. */
record GeoPoint(double latitude, double longitude, float altitude) {
}

package io.remoteobjects.examples.gps.source;

/**
 * How many satellites the receiver works with.
 *
 * @param used how many the position is computed from
 * @param inView how many are in view
 */
record Satellites(int used, int inView) {

    static final Satellites NONE = new Satellites(0, 0);
}

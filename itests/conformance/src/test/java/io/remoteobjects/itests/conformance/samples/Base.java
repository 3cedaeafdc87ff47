package io.remoteobjects.itests.conformance.samples;

/** What {@link Sub} extends. */
public interface Base {

    String base();
}

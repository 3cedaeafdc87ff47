package io.remoteobjects.itests.conformance.samples;

/** A service. */
public interface A {

    String a(String text);
}

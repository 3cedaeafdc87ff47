package io.remoteobjects.itests.conformance.samples;

/** Another service. */
public interface B {

    String b(String text);
}

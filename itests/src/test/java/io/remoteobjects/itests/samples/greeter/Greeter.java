package io.remoteobjects.itests.samples.greeter;

/** Greets. */
public interface Greeter {

    String greeting();
}

package io.remoteobjects.itests.conformance.samples;

/** Extends another interface. */
public interface Sub extends Base {

    String sub();
}

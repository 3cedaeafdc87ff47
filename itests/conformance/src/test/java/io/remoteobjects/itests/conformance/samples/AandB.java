package io.remoteobjects.itests.conformance.samples;

/** Does the work of two services. */
public final class AandB implements A, B {

    @Override
    public String a(String text) {
        return "a " + text;
    }

    @Override
    public String b(String text) {
        return "b " + text;
    }
}

package io.remoteobjects.itests.conformance.services;

/** Answers at once, or when it is told to. */
public interface Pace {

    int atOnce(int number);

    int whenReleased(int number) throws InterruptedException;

    void release();
}

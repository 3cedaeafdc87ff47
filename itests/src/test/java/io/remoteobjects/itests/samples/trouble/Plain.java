package io.remoteobjects.itests.samples.trouble;

/** An interface without anything that could go wrong. */
public interface Plain {

    int answer();
}

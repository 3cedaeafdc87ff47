package io.remoteobjects.itests.samples.bell;

/** A service as any: it knows nothing of remoting. */
public interface Bell {

    String ring();
}

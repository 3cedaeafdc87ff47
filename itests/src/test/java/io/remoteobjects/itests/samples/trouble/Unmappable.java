package io.remoteobjects.itests.samples.trouble;

import io.remoteobjects.RemoteObject;

/** A thread is nothing that Qt has a type for. */
@RemoteObject
public interface Unmappable {

    void run(Thread thread);
}

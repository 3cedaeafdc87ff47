package io.remoteobjects.examples.gps;

import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;

/** The interface of the GPS example as it might have been once: its rate is a text. */
@RemoteObject
public interface Gps {

    Property<String> rate();
}

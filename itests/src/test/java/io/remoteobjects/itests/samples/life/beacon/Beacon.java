package io.remoteobjects.itests.samples.life.beacon;

import io.remoteobjects.Property;
import io.remoteobjects.RemoteObject;

/** Shows a number. */
@RemoteObject
public interface Beacon {

    Property<Long> number();
}

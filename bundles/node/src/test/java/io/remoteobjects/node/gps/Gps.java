package io.remoteobjects.node.gps;

import org.osgi.util.promise.Promise;

import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Signal;

/** The interface of {@code itests/qt-peers/gps.rep}. */
@RemoteObject
public interface Gps {

    Property<Fix> fix();

    PushProperty<Integer> rate();

    Signal<FixLost> fixLost();

    Promise<Integer> satellites(boolean used);

    void reset();
}

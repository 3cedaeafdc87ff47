package io.remoteobjects.node.harness;

import org.osgi.util.promise.Promise;

import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Signal;

/** An object with little of everything. */
@RemoteObject
public interface Board {

    Property<Integer> first();

    Property<Integer> second();

    PushProperty<byte[]> blob();

    Signal<Integer> tick();

    Promise<Integer> later(int amount);

    int add(int amount);
}

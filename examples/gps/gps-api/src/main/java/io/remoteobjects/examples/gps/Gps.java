package io.remoteobjects.examples.gps;

import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Signal;

/** A GPS receiver. Its Source talks to the device or plays a recording; every replica has the current position at hand. */
@RemoteObject
@ProviderType
public interface Gps {

    /** Lowest {@link #rate()}, in reports per second. */
    int MIN_RATE = 1;

    /** Highest {@link #rate()}, in reports per second. */
    int MAX_RATE = 100;

    /**
     * {@return where the receiver is, {@link Fix#NONE} before the first fix} When the receiver loses its fix, this keeps position and
     * time of the last one with no satellites, so that whoever looks later can tell, see {@link Fix#isCurrent()}.
     */
    Property<Fix> fix();

    /**
     * {@return how many fixes a second are reported at most, in Hz} A receiver that measures more often has the fixes in between left
     * out. A pushed value is clamped to {@value #MIN_RATE}..{@value #MAX_RATE}.
     */
    PushProperty<Integer> rate();

    /** {@return emitted once each time a fix is lost, after {@link #fix()} has changed} */
    Signal<FixLost> fixLost();

    /**
     * Counts satellites.
     *
     * @param used true for those the position is computed from (sentence GGA), false for all in view (sentence GSV)
     * @return how many; 0 while unknown
     */
    Promise<Integer> satellites(boolean used);

    /** Forgets the fix and starts over, as a receiver's cold start: a recording from its beginning, a device with a new connection. */
    void reset();
}

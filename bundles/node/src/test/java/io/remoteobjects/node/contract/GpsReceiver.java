package io.remoteobjects.node.contract;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import io.remoteobjects.Constant;
import io.remoteobjects.Property;
import io.remoteobjects.PushProperty;
import io.remoteobjects.ReadWrite;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Signal;
import io.remoteobjects.Value;
import org.osgi.util.promise.Promise;

/** The class of {@code interop.rep}; its members in another order than there. */
@RemoteObject
interface GpsReceiver {

    enum FixQuality { NoFix, @Value(3) Fix3D, @Value(-1) Simulated, @Value(2) Fix2D }

    record Fix(FixQuality quality, GeoPoint position) implements Signal.Arguments {
    }

    @ReadWrite
    PushProperty<Boolean> enabled();

    PushProperty<Double> longitude();

    PushProperty<Double> latitude();

    Property<Float> altitude();

    @ReadWrite
    PushProperty<FixQuality> quality();

    @Constant
    Property<String> model();

    Property<Integer> satellites();

    Property<GeoPoint> position();

    Signal<String> sentence();

    Signal<Fix> fix();

    Signal<Void> lost();

    GeoPoint midpoint(GeoPoint a, GeoPoint b);

    void setQualityHint(FixQuality quality);

    Promise<FixQuality> currentQuality();

    CompletableFuture<Double> distanceTo(GeoPoint other);

    Future<Boolean> configure(int rateHz, String mode);

    void reset();

    default double latitudeInRadians() {
        return Math.toRadians(latitude().get());
    }
}

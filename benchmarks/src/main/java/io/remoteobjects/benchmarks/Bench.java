package io.remoteobjects.benchmarks;


import io.remoteobjects.OneWay;
import io.remoteobjects.PushProperty;
import io.remoteobjects.RemoteObject;
import io.remoteobjects.Signal;

import org.osgi.util.promise.Promise;

/** What is measured; Bench.rep says the order of members. */
@RemoteObject
public interface Bench {

    PushProperty<Integer> i();

    PushProperty<Double> d();

    PushProperty<Gps> g();

    PushProperty<String> s();

    PushProperty<byte[]> blob();

    Signal<Tick> tick();

    Promise<Integer> echo(int x);

    @OneWay
    void fire(int x);

    int fired();

    /** A position. */
    record Gps(double lat, double lon, double alt, long t, int sats) {
    }

    /** What tick carries. */
    record Tick(int a, double b) implements Signal.Arguments {
    }
}

package io.remoteobjects.benchmarks;

import io.remoteobjects.OneWay;
import io.remoteobjects.RemoteObject;

/** Starts, paces and stops a workload. */
@RemoteObject
public interface Ctl {

    int start(String what, String params);

    @OneWay
    void ack(int n);

    int stop();
}

package io.remoteobjects.node.contract;

import io.remoteobjects.RemoteObject;

/** The receiver again, without a .rep file beside it. */
@RemoteObject
interface SortedGps extends GpsReceiver {
}

package io.remoteobjects.node.contract;

import io.remoteobjects.RemoteObject;

/** All types again, without a .rep file beside it. */
@RemoteObject
interface SortedTypes extends AllTypes {
}

/**
 * The replicas' side, owned by one event loop. A {@code HostLink} keeps the connection to one host; a {@code ReplicaCore} is one object
 * there, with its last encoded values and the calls under way; a view decodes them, for interfaces ({@code TypedView}, behind the proxy
 * that applications hold) or by name ({@code DynamicView}), and has the listeners.
 */
package io.remoteobjects.node.replica;

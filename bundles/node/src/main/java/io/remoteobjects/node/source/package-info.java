/**
 * The host's side. {@code Host} shares a Source as a {@code RemotedObject}, whose {@code Journal} holds what has happened to it, in order;
 * the object's event loop encodes that once for each {@code Audience}. A {@code HostSession} is one connection, and {@code SlotCalls} runs
 * what its peer asks for.
 */
package io.remoteobjects.node.source;

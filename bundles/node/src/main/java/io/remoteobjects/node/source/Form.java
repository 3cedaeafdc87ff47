package io.remoteobjects.node.source;

import io.remoteobjects.wire.Generation;

/**
 * One way the changes of an object are encoded; those who take them in one form share the bytes.
 *
 * @param generation the protocol
 * @param dynamic whether the subscriber has no interface, and must be told of types before they come
 */
record Form(Generation generation, boolean dynamic) {
}

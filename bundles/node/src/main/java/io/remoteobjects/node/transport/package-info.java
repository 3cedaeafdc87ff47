/**
 * Sockets. A {@code Link} is one connection: it cuts what arrives into frames, and what its peer does not take yet waits in its
 * {@code Backlog}. A {@code Transport} is TCP or local sockets, all the same above it. Knows frames, and nothing of what is in them.
 */
package io.remoteobjects.node.transport;

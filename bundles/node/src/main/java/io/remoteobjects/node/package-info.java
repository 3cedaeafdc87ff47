/**
 * The runtime of Remote Objects in plain Java: a node shares Sources and acquires Replicas over the transports it knows.
 */
@Export
@Version("1.0.0")
package io.remoteobjects.node;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

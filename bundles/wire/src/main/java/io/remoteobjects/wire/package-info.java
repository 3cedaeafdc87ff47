/**
 * The wire protocol of Qt Remote Objects: bytes to packets and back, Qt's data types, and the signature of .rep interfaces. Knows
 * Netty's buffers and nothing else of it; does no I/O and starts no threads.
 */
@Export
@Version("1.0.0")
package io.remoteobjects.wire;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** The packets of the protocol, their framing, and the class definition that dynamic replicas are told. */
@Export
@Version("1.0.0")
package io.remoteobjects.wire.packet;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

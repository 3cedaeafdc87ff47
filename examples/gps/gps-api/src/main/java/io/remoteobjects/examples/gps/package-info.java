/** The interface of the GPS example: what a GPS receiver tells, as a remote object. */
@Export
@Version("1.0.0")
package io.remoteobjects.examples.gps;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

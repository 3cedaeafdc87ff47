/** Another version of the GPS example's interface. */
@Export
@Version("2.0.0")
package io.remoteobjects.examples.gps;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

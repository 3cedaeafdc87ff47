/** A JavaBean's interface, as there was before anybody thought of remote objects. */
@Export
@Version("1.0.0")
package io.remoteobjects.itests.samples.boiler;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

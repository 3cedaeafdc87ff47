/** The interface of those who show each other a number. */
@Export
@Version("1.0.0")
package io.remoteobjects.itests.samples.life.beacon;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

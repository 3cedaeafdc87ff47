/** A plain OSGi service, as any distribution provider shares one. */
@Export
@Version("1.0.0")
package io.remoteobjects.itests.samples.moving.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** The smallest bundle there is to try: one component that registers a service. */
@Export
@Version("1.0.0")
package io.remoteobjects.itests.samples.greeter;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

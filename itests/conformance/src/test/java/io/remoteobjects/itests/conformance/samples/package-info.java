/** Plain services: what tests and bundles of both frameworks have in common. */
@Export
@Version("1.0.0")
package io.remoteobjects.itests.conformance.samples;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** What a tower has and others hear. */
@Export
@Version("1.0.0")
package io.remoteobjects.itests.samples.bell;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

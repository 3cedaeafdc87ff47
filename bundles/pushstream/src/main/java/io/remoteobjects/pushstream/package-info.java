/** Properties and signals as sources of OSGi's push streams. */
@Export
@Version("1.0.0")
package io.remoteobjects.pushstream;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** The interface of the printer example: what a printer tells and can be asked to do, as a remote object. */
@Export
@Version("1.0.0")
package io.remoteobjects.examples.printer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

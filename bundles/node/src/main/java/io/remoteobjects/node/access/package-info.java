/** Who may do what: the hook that every request of a peer passes. */
@Export
@Version("1.0.0")
package io.remoteobjects.node.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * What the topology manager is doing, for people and tools to look at: what is exported, what is imported, and why something is not.
 */
@Export
@Version("1.0.0")
package io.remoteobjects.topology;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

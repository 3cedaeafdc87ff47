/**
 * What application code sees of Remote Objects: annotations that mark an interface or a Source, the property and signal types its
 * members have, and the handle of a Replica. The words are those of Qt Remote Objects; the wire behind them is QtRO's.
 */
@Export
@Version("1.0.0")
package io.remoteobjects;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

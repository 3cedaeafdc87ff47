/** Qt's data types: how each is written bare and inside a QVariant, by which id or name it goes, and which Java class stands for it. */
@Export
@Version("1.0.0")
package io.remoteobjects.wire.type;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

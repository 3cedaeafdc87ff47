/**
 * What lies between the API's values and a runtime that carries them: the order domain of an object and its cells. For the
 * {@code node} bundle and those who write a runtime of their own; applications have no use for it.
 */
@Export
@Version("1.0.0")
package io.remoteobjects.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

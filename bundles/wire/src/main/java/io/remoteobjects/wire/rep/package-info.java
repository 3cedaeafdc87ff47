/**
 * The .rep interface language of Qt's {@code repc}: a model of its files, a parser, a writer, and the signature that peers compare.
 *
 * @see <a href="https://doc.qt.io/qt-6/qtremoteobjects-repc.html">Qt Remote Objects Compiler</a>
 */
@Export
@Version("1.0.0")
package io.remoteobjects.wire.rep;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

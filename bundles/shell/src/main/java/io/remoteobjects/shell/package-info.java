/**
 * The shell commands of scope {@code ro}: Karaf finds them by the header.
 */
@Header(name = "Karaf-Commands", value = "io.remoteobjects.shell")
package io.remoteobjects.shell;

import org.osgi.annotation.bundle.Header;

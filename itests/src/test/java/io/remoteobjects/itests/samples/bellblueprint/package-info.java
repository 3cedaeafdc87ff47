/** Hears bells by a reference of Blueprint. */
@Header(name = "Bundle-Blueprint", value = "io/remoteobjects/itests/samples/bellblueprint/bells.xml")
package io.remoteobjects.itests.samples.bellblueprint;

import org.osgi.annotation.bundle.Header;

/** A Source that shows the number it is told. */
package io.remoteobjects.itests.samples.life.lighthouse;

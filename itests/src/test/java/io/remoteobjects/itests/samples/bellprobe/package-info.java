/** Hears bells by a plain service tracker. */
package io.remoteobjects.itests.samples.bellprobe;

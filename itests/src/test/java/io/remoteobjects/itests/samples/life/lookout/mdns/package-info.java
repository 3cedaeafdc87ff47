/** A consumer of the mirror that is found by mDNS. */
package io.remoteobjects.itests.samples.life.lookout.mdns;

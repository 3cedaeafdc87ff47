/** A consumer of the mirror. */
package io.remoteobjects.itests.samples.life.lookout;

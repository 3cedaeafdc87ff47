/** A consumer of a stream. */
package io.remoteobjects.itests.samples.life.lookout.stream;

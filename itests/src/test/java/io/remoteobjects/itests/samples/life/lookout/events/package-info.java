/** A consumer of events. */
package io.remoteobjects.itests.samples.life.lookout.events;

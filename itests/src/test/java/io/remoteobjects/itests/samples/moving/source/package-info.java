/** Registers the service with whatever properties a test wants. */
package io.remoteobjects.itests.samples.moving.source;

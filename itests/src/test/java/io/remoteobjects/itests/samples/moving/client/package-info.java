/** Calls the service and says how that went. */
package io.remoteobjects.itests.samples.moving.client;

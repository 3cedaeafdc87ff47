/** Hears EventAdmin. */
package io.remoteobjects.itests.samples.eventlog;

/** Watches GPS services and logs what it sees, with the time: for tests to read. */
package io.remoteobjects.itests.samples.gpsprobe;

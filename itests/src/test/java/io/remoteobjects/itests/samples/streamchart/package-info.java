/** Draws from a stream. */
package io.remoteobjects.itests.samples.streamchart;

/** What uses a boiler. */
package io.remoteobjects.itests.samples.boilerprobe;

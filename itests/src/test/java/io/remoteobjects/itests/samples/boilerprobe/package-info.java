/** What uses a boiler, and what hears of it. */
package io.remoteobjects.itests.samples.boilerprobe;

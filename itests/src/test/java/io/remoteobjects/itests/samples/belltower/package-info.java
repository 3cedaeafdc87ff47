/** Registers bells. */
package io.remoteobjects.itests.samples.belltower;

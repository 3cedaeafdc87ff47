/** Shows the lighthouse's number back. */
package io.remoteobjects.itests.samples.life.mirror;

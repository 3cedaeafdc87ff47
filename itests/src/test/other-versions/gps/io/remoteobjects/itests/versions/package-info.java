/** A consumer of another version of an interface than the Source has. */
package io.remoteobjects.itests.versions;

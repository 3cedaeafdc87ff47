/** Runs the product in OSGi frameworks inside the JVM of the tests. */
package io.remoteobjects.itests.conformance.harness;

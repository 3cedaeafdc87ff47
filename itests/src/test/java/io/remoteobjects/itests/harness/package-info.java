/**
 * Starts, watches and stops Karaf containers for tests. {@link io.remoteobjects.itests.harness.Containers} is the way in for tests
 * with several containers, {@link io.remoteobjects.itests.ContainerTest} for tests inside one.
 */
package io.remoteobjects.itests.harness;

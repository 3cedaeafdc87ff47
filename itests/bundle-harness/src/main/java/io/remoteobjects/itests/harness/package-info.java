/** Makes bundles for tests, and waits for what they do. */
package io.remoteobjects.itests.harness;

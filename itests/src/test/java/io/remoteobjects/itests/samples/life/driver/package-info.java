/**
 * Does to the bundles of a container whatever can be done to bundles, from inside. It uses nothing but the framework, so nothing that it
 * does reaches itself.
 */
package io.remoteobjects.itests.samples.life.driver;

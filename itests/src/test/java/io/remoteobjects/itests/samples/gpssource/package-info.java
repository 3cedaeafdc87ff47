/** A GPS whose every move a test decides, with the console commands to do so. */
package io.remoteobjects.itests.samples.gpssource;

/** A consumer of the printer example: it follows a printer in another container, and prints there. */
package io.remoteobjects.examples.printer.replica;

/** The Source of the printer example: a printer that speaks IPP, as a remote object. */
package io.remoteobjects.examples.printer.source;

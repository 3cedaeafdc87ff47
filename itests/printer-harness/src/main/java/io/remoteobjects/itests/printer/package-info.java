/** Real IPP printers for tests. */
package io.remoteobjects.itests.printer;

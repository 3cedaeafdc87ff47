package io.remoteobjects.examples.printer.source;

import java.io.IOException;

/** The connection to the printer broke after a document was on its way: it may be printed or not. */
final class UnconfirmedException extends IOException {

    private static final long serialVersionUID = 1;

    UnconfirmedException(IOException cause) {
        super(Device.why(cause), cause);
    }
}

package io.remoteobjects.examples.printer.source;

import com.hp.jipp.model.Status;

/** The printer answered that it will not do what it was asked. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Status status;

    RefusedException(Status status, String text) {
        super(text.isBlank() ? status.getName() : status.getName() + " (" + text + ")");
        this.status = status;
    }

    /** {@return whether it would do it later} */
    boolean isBusy() {
        return Status.serverErrorBusy.equals(status);
    }

    /** {@return whether it does not know what it was asked about} */
    boolean isNotFound() {
        return Status.clientErrorNotFound.equals(status);
    }
}

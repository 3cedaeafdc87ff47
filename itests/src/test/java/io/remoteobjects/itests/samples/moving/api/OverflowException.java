package io.remoteobjects.itests.samples.moving.api;

/** The sum is no int. */
public class OverflowException extends Exception {

    private static final long serialVersionUID = 1L;

    public OverflowException(String message) {
        super(message);
    }
}

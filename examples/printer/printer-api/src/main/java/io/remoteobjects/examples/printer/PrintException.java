package io.remoteobjects.examples.printer;

/** The printer refused, or could not be asked. The message says what, which printer and what to do. */
public class PrintException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message what failed, where, and what to do; it travels to the caller */
    public PrintException(String message) {
        super(message);
    }

    /**
     * @param message what failed, where, and what to do; it travels to the caller
     * @param cause stays at the Source
     */
    public PrintException(String message, Throwable cause) {
        super(message, cause);
    }
}

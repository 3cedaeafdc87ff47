package io.remoteobjects.examples.gps.source;

/** A sentence that did not arrive as it was sent, or says what cannot be. */
final class DamagedSentenceException extends Exception {

    private static final long serialVersionUID = 1;

    DamagedSentenceException(String message) {
        super(message);
    }
}

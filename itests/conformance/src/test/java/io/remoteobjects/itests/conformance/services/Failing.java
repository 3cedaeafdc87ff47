package io.remoteobjects.itests.conformance.services;

import java.io.IOException;

/** Throws. */
public interface Failing {

    /** An exception of the application's. */
    class Jammed extends Exception {

        private static final long serialVersionUID = 1;

        public Jammed(String message) {
            super(message);
        }
    }

    void declared() throws Jammed, IOException;

    void narrower() throws IOException;

    void unchecked();

    void unknown();
}

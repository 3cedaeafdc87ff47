package io.remoteobjects.examples.gps.source;

import java.io.IOException;
import java.io.InputStream;

/** A file of sentences. */
final class Recording implements NmeaInput {

    private final String name;
    private final Opener opener;

    Recording(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    @Override
    public InputStream open() throws IOException {
        return opener.open();
    }

    @Override
    public boolean isRecording() {
        return true;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Opens the recording at its beginning. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }
}

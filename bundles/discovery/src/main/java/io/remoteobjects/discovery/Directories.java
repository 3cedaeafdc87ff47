package io.remoteobjects.discovery;

import java.util.Map;
import java.util.function.Consumer;

/** Reads what other hosts say of what they offer. */
interface Directories {

    /**
     * Reads a directory, now and whenever it changes, or its host returns.
     *
     * @param name the directory's object name
     * @param url where its host is
     * @param reader told of the contents, on the discovery's thread; not while the host cannot be reached
     * @return closes to end it
     */
    Reading open(String name, String url, Consumer<Contents> reader);

    /**
     * What a directory says.
     *
     * @param complete whether everything that its host offers is described
     * @param endpoints endpoint descriptions as XML, by endpoint id
     */
    record Contents(boolean complete, Map<String, String> endpoints) {
    }

    /** A directory that is being read. */
    interface Reading {

        /** Ends it. */
        void close();
    }
}

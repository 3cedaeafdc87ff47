package io.remoteobjects.discovery;

import java.util.Map;

/** Reads what other hosts say of what they offer. */
interface Directories {

    /**
     * Reads a directory, now and whenever it changes, or its host returns.
     *
     * @param name the directory's object name
     * @param url where its host is
     * @param reader told of the contents
     * @return closes to end it
     */
    Reading open(String name, String url, Reader reader);

    /**
     * What a directory says.
     *
     * @param complete whether everything that its host offers is described
     * @param endpoints endpoint descriptions as XML, by endpoint id
     */
    record Contents(boolean complete, Map<String, String> endpoints) {
    }

    /** Told of what a directory says. On the discovery's thread. */
    interface Reader {

        /** It says this. */
        void read(Contents contents);

        /** Its host cannot be reached; what it said holds until it says something else. */
        void lost();
    }

    /** A directory that is being read. */
    interface Reading {

        /** Ends it. */
        void close();
    }
}

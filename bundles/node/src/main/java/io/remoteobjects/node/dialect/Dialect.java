package io.remoteobjects.node.dialect;

/** How peers of this product recognise each other. */
public final class Dialect {

    /** How the name of every node's directory object begins; the node's id follows. */
    public static final String DIRECTORY_PREFIX = "remoteobjects:";

    /** The directory's slot by which a peer introduces itself. */
    public static final String HELLO = "hello";

    /** The number of that slot on the wire. */
    public static final int HELLO_SLOT = 0;

    private Dialect() {
    }
}

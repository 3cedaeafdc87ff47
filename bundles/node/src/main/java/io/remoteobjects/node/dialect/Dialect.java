package io.remoteobjects.node.dialect;

import java.util.List;

import io.remoteobjects.wire.WireInput;
import io.remoteobjects.wire.type.PodType;
import io.remoteobjects.wire.type.TypeRegistry;

/** How peers of this product recognise each other. */
public final class Dialect {

    /** How the name of every node's directory object begins; the node's id follows. */
    public static final String DIRECTORY_PREFIX = "remoteobjects:";

    /** The directory's slot by which a peer introduces itself. */
    public static final String HELLO = "hello";

    /** The number of that slot on the wire. */
    public static final int HELLO_SLOT = 0;

    /**
     * The number of a signal that no object has: by it a host tells a peer of our kind, before the first values of an object, that the
     * object is a plain service.
     */
    public static final int PLAIN_SIGNAL = -2;

    /** Qt's types and those that only this product knows, for the log of the wire. */
    public static final TypeRegistry TYPES = TypeRegistry.builtIn().with(
            List.of(PodType.generic(Failure.NAME, Failure.FIELDS), PodType.generic(PlainValues.NAME, PlainValues.FIELDS)));

    private Dialect() {
    }

    /**
     * Looks whether a QVariant holds a type that only this product knows.
     *
     * @param in at the variant; stays there, or goes to the value if it is of that type
     * @param type its name
     */
    static boolean enters(WireInput in, String type) {
        int start = in.position();
        if (in.remaining() > 4 && in.readI32() == in.generation().userTypeId()) {
            in.skip(1);
            if (in.readCString().equals(type)) {
                return true;
            }
        }
        in.seek(start);
        return false;
    }
}

package io.remoteobjects.node.contract;

import io.remoteobjects.wire.rep.RepProperty;

/** Who may change a property. */
public enum Modifier {
    /** Nobody while the Source is shared: no change signal. */
    CONSTANT,
    /** The Source. */
    READONLY,
    /** The Source; a replica asks it through the push slot. */
    READPUSH,
    /** The Source; a replica writes the property itself. */
    READWRITE;

    static Modifier of(RepProperty.Modifier modifier) {
        return switch (modifier) {
            case CONSTANT -> CONSTANT;
            case READONLY, SOURCEONLYSETTER -> READONLY;
            case READPUSH -> READPUSH;
            case READWRITE -> READWRITE;
        };
    }

    RepProperty.Modifier rep() {
        return RepProperty.Modifier.valueOf(name());
    }

    /** {@return whether a replica may ask for another value} */
    public boolean isWritable() {
        return this == READPUSH || this == READWRITE;
    }
}

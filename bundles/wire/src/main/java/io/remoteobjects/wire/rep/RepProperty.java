package io.remoteobjects.wire.rep;

import java.util.Optional;

/**
 * {@code PROP(type name=default modifiers)}.
 *
 * @param type its type as written
 * @param name its name
 * @param modifier who may change it
 * @param persisted whether a replica keeps the value across its restarts
 * @param defaultText the C++ text of the value before the first one arrives
 */
public record RepProperty(String type, String name, Modifier modifier, boolean persisted, Optional<String> defaultText)
        implements RepMember {

    /** Who may change a property. The order is that of repc's numbers, which enter the signature. */
    public enum Modifier {
        /** Nobody: it travels once and has no change signal. */
        CONSTANT,
        /** The Source alone, by its own means. */
        READONLY,
        /** The Source; a replica asks it through a slot {@code pushX}. What repc assumes where nothing is said. */
        READPUSH,
        /** Source and replica; a replica writes the property itself. */
        READWRITE,
        /** The Source alone, through a public setter; on the wire as {@link #READONLY}. */
        SOURCEONLYSETTER
    }

    /** {@return the name of the signal that tells a change; a CONSTANT has none} */
    public String notifyName() {
        return name + "Changed";
    }

    /** {@return the name of the slot by which a replica asks for a change; only READPUSH has one} */
    public String pushName() {
        return "push" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}

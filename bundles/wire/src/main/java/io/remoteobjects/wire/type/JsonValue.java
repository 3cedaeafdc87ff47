package io.remoteobjects.wire.type;

/**
 * A QJsonValue.
 *
 * @param kind what it is
 * @param value a Boolean, Double or String, a {@link JsonText} for arrays and objects, else null
 */
public record JsonValue(Kind kind, Object value) {

    /** What a QJsonValue is; the ordinals are Qt's. */
    public enum Kind {
        /** JSON's null. */
        NULL,
        /** true or false. */
        BOOL,
        /** Any number. */
        DOUBLE,
        /** Text. */
        STRING,
        /** An array. */
        ARRAY,
        /** An object. */
        OBJECT
    }
}

package io.remoteobjects.rsa;

/** What the endpoints of this configuration type say of themselves, and how services ask for it. */
final class Endpoints {

    /** The configuration type. */
    static final String CONFIG_TYPE = "remoteobjects";

    /** Prefix of this type's endpoint properties. */
    static final String PREFIX = CONFIG_TYPE + ".";

    /** Object name; on a service: the one it shall have. */
    static final String NAME = PREFIX + "name";

    /** QtRO type name. */
    static final String TYPE = PREFIX + "type";

    /** Where the object's host listens. */
    static final String URL = PREFIX + "url";

    /** The signature of the interface in protocol 2.0. */
    static final String SIGNATURE = PREFIX + "signature";

    /** On a service: its object name, set by {@code @RemoteSource}. */
    static final String SOURCE = "remote.source";

    /** How long a call may take, in milliseconds: a number, or text that is one. */
    static final String TIMEOUT = "osgi.basic.timeout";

    private Endpoints() {
    }
}

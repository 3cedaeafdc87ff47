package io.remoteobjects.rsa;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What {@code etc/io.remoteobjects.cfg} says of addresses, links and limits. */
@ObjectClassDefinition(
        name = "Remote Objects: node",
        description = "Where this container offers its Sources, where it finds those of others, and how it treats the links to them.")
@interface NodeConfiguration {

    @AttributeDefinition(
            name = "Listen",
            description = "Where this container offers its Sources: a list of URLs, separated by commas. Empty: one local socket, its name "
                    + "derived from the data folder, so that it is the same after a restart. \"none\": nowhere, nothing can be exported.",
            required = false)
    String[] listen() default {};

    @AttributeDefinition(
            name = "Advertise",
            description = "The address to announce in network registries in place of the one listened on, for a host behind address "
                    + "translation: one URL. Empty: the listener's own address; 0.0.0.0 is never announced.",
            required = false)
    String advertise() default "";

    @AttributeDefinition(
            name = "Registry",
            description = "The registries in which Sources are announced and looked for: a list of URLs. Empty: one on a local socket that "
                    + "all containers of this user share. \"none\": no registry.",
            required = false)
    String[] registry() default {};

    @AttributeDefinition(
            name = "Registry host",
            description = "Whether this container hosts the registries. \"auto\": the first container up on this machine hosts each one "
                    + "that is on a local socket, and another takes over when it goes. \"true\": always, and an address in use is an "
                    + "error. \"false\": never.",
            options = {@Option("auto"), @Option("true"), @Option("false")})
    String registry_host() default "auto";

    @AttributeDefinition(
            name = "Connect",
            description = "Hosts to connect to without a registry, for instance Qt programs with a fixed address: a list of URLs.",
            required = false)
    String[] connect() default {};

    @AttributeDefinition(
            name = "Heartbeat (milliseconds)",
            description = "How often a silent link is checked; 0 turns it off. A peer that hangs is noticed after at most twice this time, "
                    + "one that dies at once.",
            min = "0")
    long heartbeat_ms() default 2_000;

    @AttributeDefinition(
            name = "Shortest wait before reconnecting (milliseconds)",
            description = "The wait before a lost link is opened again: doubled with each failure up to the longest, with a random part so "
                    + "that many replicas do not return at the same moment.",
            min = "1")
    long reconnect_min_ms() default 250;

    @AttributeDefinition(
            name = "Longest wait before reconnecting (milliseconds)",
            description = "See the shortest wait.",
            min = "1")
    long reconnect_max_ms() default 5_000;

    @AttributeDefinition(
            name = "Connect timeout (milliseconds)",
            description = "How long opening a link may take, the handshake included.",
            min = "1")
    long connect_timeout_ms() default 10_000;

    @AttributeDefinition(
            name = "Call timeout (milliseconds)",
            description = "How long a call waits for its reply. The endpoint property osgi.basic.timeout overrides it for one service.",
            min = "1")
    long call_timeout_ms() default 30_000;

    @AttributeDefinition(
            name = "Longest frame (bytes)",
            description = "The longest frame accepted from a peer. A longer one closes that connection with an error.",
            min = "22")
    int limits_frame_bytes() default 64 << 20;

    @AttributeDefinition(
            name = "Most elements",
            description = "The most elements of one list or map accepted from a peer. More close that connection with an error.",
            min = "1")
    int limits_elements() default 1 << 22;

    @AttributeDefinition(
            name = "Deepest nesting",
            description = "How deep values may be nested in values that come from a peer. Deeper ones close that connection with an error.",
            min = "1")
    int limits_depth() default 64;

    @AttributeDefinition(
            name = "Conflate above (bytes)",
            description = "Above so many bytes waiting for one peer that does not read as fast as things happen, only the latest value of"
                    + " each property waits; signals and replies all do.")
    long limits_conflate_bytes() default 1L << 20;

    @AttributeDefinition(
            name = "Longest backlog (bytes)",
            description = "Above so many bytes waiting for one peer the connection is closed; on its return the peer gets the current"
                    + " state. Unanswered calls of one peer may hold as much; further ones fail.")
    long limits_backlog_bytes() default 64L << 20;

    @AttributeDefinition(
            name = "I/O threads",
            description = "Threads that serve those who follow our Sources, 1 to 64. Replicas have one of their own.",
            min = "1", max = "64")
    int io_threads() default 1;
}

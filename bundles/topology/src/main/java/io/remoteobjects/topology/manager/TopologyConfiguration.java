package io.remoteobjects.topology.manager;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What {@code etc/io.remoteobjects.cfg} says of what is exported and imported, and of Replicas as services. */
@ObjectClassDefinition(
        name = "Remote Objects: services",
        description = "What may be exported and imported, and what happens to the services of Replicas whose Source is lost, or that "
                + "nobody asks for any more.")
@interface TopologyConfiguration {

    @AttributeDefinition(
            name = "On loss",
            description = "What happens to the typed service when its Source cannot be reached. \"unregister\": it goes, and comes back "
                    + "with current values. \"keep\": it stays, with the service property remoteobjects.state=Suspect, and calls fail "
                    + "until the Source is back.",
            options = {@Option("unregister"), @Option("keep")})
    String onLoss() default "unregister";

    @AttributeDefinition(
            name = "Grace time (milliseconds)",
            description = "How long the typed service outlives its link before \"on loss\" takes effect. Above 0 short outages pass "
                    + "unnoticed, and real ones are noticed that much later.",
            min = "0")
    long suspect_grace() default 0;

    @AttributeDefinition(
            name = "Linger time (milliseconds)",
            description = "How long the last values of a Replica are kept once nobody asks for it any more, or it is found at another "
                    + "address; 600000 is 10 minutes.",
            min = "0")
    long replica_linger() default 600_000;

    @AttributeDefinition(
            name = "Export filter",
            description = "Which services may be exported: an LDAP filter on the service's properties. Others are not, marked or not. "
                    + "Empty: all may.",
            required = false)
    String export_filter() default "";

    @AttributeDefinition(
            name = "Import filter",
            description = "Which endpoints may become services here: an LDAP filter on the endpoint's properties. Empty: all may.",
            required = false)
    String import_filter() default "";

    @AttributeDefinition(
            name = "Import ranking",
            description = "The service.ranking of imported services whose endpoint gives none. Services of this container have 0 unless "
                    + "they say otherwise, so below 0 a local service is preferred to a remote one, and above 0 the remote one.")
    int import_ranking() default -1;
}

package io.remoteobjects.eventadmin;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What {@code etc/io.remoteobjects.eventadmin.cfg} says. */
@ObjectClassDefinition(
        name = "Remote Objects: events",
        description = "Which Replicas EventAdmin is told of.")
@interface EventConfiguration {

    @AttributeDefinition(
            name = "Objects",
            description = "An LDAP filter over the properties of the services DynamicReplica: remoteobjects.name, .type, .url and .state, "
                    + "for example (remoteobjects.type=Gps). Unless set, all Replicas that bundles here ask for.")
    String objects_target() default "(remoteobjects.name=*)";
}

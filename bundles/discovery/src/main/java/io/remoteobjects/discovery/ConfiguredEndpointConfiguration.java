package io.remoteobjects.discovery;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What {@code etc/io.remoteobjects.endpoint-NAME.cfg} says. */
@ObjectClassDefinition(
        name = "Remote Objects: endpoint",
        description = "An endpoint elsewhere that no discovery tells of. Every other property is one of the endpoint too, and so of the "
                + "service that is imported.")
@interface ConfiguredEndpointConfiguration {

    @AttributeDefinition(
            name = "Interfaces",
            description = "The interfaces by which it is a service here: a list of class names, separated by commas.")
    String[] objectClass() default {};

    @AttributeDefinition(
            name = "Object name",
            description = "The name of the object at its host. Needed for the configuration type remoteobjects.",
            required = false)
    String remoteobjects_name() default "";

    @AttributeDefinition(
            name = "URL",
            description = "Where its host listens: local:NAME or tcp://HOST:PORT. Needed for the configuration type remoteobjects.",
            required = false)
    String remoteobjects_url() default "";

    @AttributeDefinition(
            name = "Type",
            description = "The QtRO type name of the object. Empty: the name of the first interface, without its package.",
            required = false)
    String remoteobjects_type() default "";

    @AttributeDefinition(
            name = "Configuration types",
            description = "How the endpoint is reached: a list, separated by commas. What a provider other than this one needs to know "
                    + "stands in properties of its own; it needs an endpoint.id.",
            required = false)
    String[] service_imported_configs() default PlainEndpoints.CONFIG_TYPE;
}

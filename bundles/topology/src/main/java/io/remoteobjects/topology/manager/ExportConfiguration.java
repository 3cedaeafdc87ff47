package io.remoteobjects.topology.manager;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What one {@code etc/io.remoteobjects.export-NAME.cfg} says of services to export. */
@ObjectClassDefinition(
        name = "Remote Objects: export",
        description = "Exports services that exist already, whether or not they are marked for it. Keys beyond those named here are added "
                + "to the service's properties for the export.")
@interface ExportConfiguration {

    @AttributeDefinition(
            name = "Filter",
            description = "Chooses the services: an LDAP filter on their properties, such as (objectClass=com.acme.Clock).")
    String filter() default "";

    @AttributeDefinition(
            name = "Name",
            description = "The object name. Empty: as the service says, else the QtRO type, else a name made of interface and ids.",
            required = false)
    String name() default "";

    @AttributeDefinition(
            name = "Interfaces",
            description = "What to export: names of interfaces that the service is registered under, separated by commas. Empty: as the "
                    + "service says, else all.",
            required = false)
    String[] interfaces() default {};
}

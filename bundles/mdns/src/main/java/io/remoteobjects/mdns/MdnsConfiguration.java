package io.remoteobjects.mdns;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What {@code etc/io.remoteobjects.mdns.cfg} says. */
@ObjectClassDefinition(
        name = "Remote Objects: mDNS",
        description = "On which networks containers find each other by multicast DNS.")
@interface MdnsConfiguration {

    @AttributeDefinition(
            name = "Interfaces",
            description = "The network interfaces to use, by name or address, several separated by commas. Empty: all that can"
                    + " multicast, but loopback.",
            required = false)
    String[] interfaces() default {};
}

package io.remoteobjects.examples.printer.replica;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What {@code etc/io.remoteobjects.examples.printer.replica.cfg} may say. */
@ObjectClassDefinition(
        name = "Printer Replica",
        description = "What the example's consumer does with the printer.")
@interface PrinterLogConfig {

    @AttributeDefinition(
            name = "Page",
            description = "A page with this text is printed as soon as the printer is there, once for each start of this container; "
                    + "none if empty.")
    String page() default "";
}

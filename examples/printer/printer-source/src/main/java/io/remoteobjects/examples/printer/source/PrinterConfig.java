package io.remoteobjects.examples.printer.source;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What {@code etc/io.remoteobjects.examples.printer-NAME.cfg} may say. */
@ObjectClassDefinition(
        name = "Printer Source",
        description = "A printer that replicas may print on. One configuration a printer.")
@interface PrinterConfig {

    @AttributeDefinition(
            name = "Object",
            description = "The name of the object that replicas find; another one for each printer.")
    String remote_source() default IppPrinter.OBJECT;

    @AttributeDefinition(
            name = "URI",
            description = "Where the printer is: ipp://host:port/path, or ipps:// for TLS; port 631 unless given.")
    String uri() default "ipp://localhost:631/ipp/print";

    @AttributeDefinition(
            name = "Name",
            description = "What people call the printer; its URI unless given.")
    String name() default "";

    @AttributeDefinition(
            name = "Polling (ms)",
            description = "How often the printer is asked for its state, in milliseconds, 50 to 3600000.",
            min = "50", max = "3600000")
    int poll_ms() default 2000;

    @AttributeDefinition(
            name = "Polling while printing (ms)",
            description = "The same while a job of this Source is not finished; 20 to 3600000.",
            min = "20", max = "3600000")
    int poll_busy_ms() default 250;

    @AttributeDefinition(
            name = "Timeout (seconds)",
            description = "How long the printer may take to answer a question, 1 to 3600.",
            min = "1", max = "3600")
    int timeout_seconds() default 10;

    @AttributeDefinition(
            name = "Document timeout (seconds)",
            description = "How long the printer may take to accept a document, 1 to 3600.",
            min = "1", max = "3600")
    int document_timeout_seconds() default 300;

    @AttributeDefinition(
            name = "Document limit (bytes)",
            description = "The largest document that is printed, 1 to 60000000; 16 MiB unless given.",
            min = "1", max = "60000000")
    int document_max_bytes() default 16 << 20;

    @AttributeDefinition(
            name = "Patience (seconds)",
            description = "How long a document waits while the printer is busy or paused before its caller is told so, 0 to 3600. "
                    + "Callers wait 30 s unless configured otherwise.",
            min = "0", max = "3600")
    int patience_seconds() default 20;
}

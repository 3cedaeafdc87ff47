package io.remoteobjects.examples.printer.replica;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.Replica;
import io.remoteobjects.Subscription;
import io.remoteobjects.examples.printer.Ink;
import io.remoteobjects.examples.printer.JobDone;
import io.remoteobjects.examples.printer.Printer;

/**
 * Writes what a printer in another container does to the log, and prints pages there: one at the start if so configured, and one for
 * each command {@code printer:page TEXT}. It lives exactly as long as the replica is valid.
 *
 * <p>What a consumer is to know about printing: a document travels whole, so it should know the Source's limit (16 MiB unless
 * configured) before it calls; and a call may fail after the Source has printed, so the same document is given the same key until
 * some call has succeeded.
 */
@Component(service = PrinterLog.class, configurationPid = PrinterLog.PID, immediate = true,
        property = {"osgi.command.scope=printer", "osgi.command.function=page"})
@Designate(ocd = PrinterLogConfig.class)
public final class PrinterLog {

    static final String PID = "io.remoteobjects.examples.printer.replica";

    private static final Logger LOG = LoggerFactory.getLogger(PrinterLog.class);

    private final Printer printer;
    private final List<Subscription> subscriptions;

    @Activate
    public PrinterLog(@Reference Printer printer, PrinterLogConfig config, BundleContext context) {
        this(printer);
        if (!config.page().isBlank()) {
            // The same key after each break of the link, which replaces this component: the page is printed once.
            print(config.page(), context.getProperty(Constants.FRAMEWORK_UUID) + ":" + config.page());
        }
    }

    PrinterLog(Printer printer) {
        this.printer = printer;
        LOG.info("Printer '{}' is here ({}).", printer.name().get(), Replica.of(printer).state());
        subscriptions = List.of(
                printer.state().observe(state -> LOG.info("Printer is {}.", describe(state, printer.reasons().get()))),
                printer.inks().observe(inks -> LOG.info("Printer has {}.", describe(inks))),
                printer.jobDone().connect(PrinterLog::log));
    }

    @Deactivate
    void stop() {
        subscriptions.forEach(Subscription::close);
        LOG.info("Printer is gone.");
    }

    /**
     * The command {@code printer:page}.
     *
     * @param text what the page says
     * @return what became of it
     * @throws IllegalStateException if it was not printed; the message says why
     */
    public String page(String text) throws InterruptedException {
        try {
            return "Job " + print(text, UUID.randomUUID().toString()).getValue() + " prints it.";
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(failed.getCause().getMessage(), failed.getCause());
        }
    }

    private Promise<Integer> print(String text, String key) {
        return printer.printOnce(key, PdfPage.of(text), PdfPage.MIME_TYPE, text)
                .onSuccess(job -> LOG.info("Page '{}' is job {}.", text, job))
                .onFailure(failure -> LOG.warn("Page '{}' is not printed, as far as is known: {}", text, failure.getMessage()));
    }

    private static void log(JobDone done) {
        if (done.ok()) {
            LOG.info("Job {} is printed: {}", done.job(), done.detail());
        } else {
            LOG.warn("Job {} is not printed: {}", done.job(), done.detail());
        }
    }

    static String describe(Printer.State state, List<String> reasons) {
        String what = switch (state) {
            case IDLE -> "idle";
            case PROCESSING -> "printing";
            case STOPPED -> "stopped";
        };
        return reasons.isEmpty() ? what : what + " (" + String.join(", ", reasons) + ")";
    }

    static String describe(List<Ink> inks) {
        if (inks.isEmpty()) {
            return "no ink that it tells of";
        }
        return inks.stream().map(ink -> ink.name() + " " + (ink.level() == Ink.UNKNOWN ? "of unknown level" : ink.level() + " %"))
                .collect(Collectors.joining(", "));
    }
}

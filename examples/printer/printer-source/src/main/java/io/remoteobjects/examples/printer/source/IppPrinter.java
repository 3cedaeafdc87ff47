package io.remoteobjects.examples.printer.source;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

import com.hp.jipp.model.Operation;

import io.remoteobjects.MutableProperty;
import io.remoteobjects.Property;
import io.remoteobjects.RemoteSource;
import io.remoteobjects.Signal;
import io.remoteobjects.examples.printer.Ink;
import io.remoteobjects.examples.printer.JobDone;
import io.remoteobjects.examples.printer.PrintException;
import io.remoteobjects.examples.printer.Printer;

/**
 * The Source: any printer that speaks IPP. One configuration makes one; those beyond the first need a {@code remote.source} of their own.
 * The printer is watched by one thread and given documents by another, so that a slow one holds up nothing else.
 */
@Component(configurationPid = IppPrinter.PID, configurationPolicy = ConfigurationPolicy.REQUIRE, immediate = true)
@Designate(ocd = PrinterConfig.class, factory = true)
@RemoteSource(IppPrinter.OBJECT)
public final class IppPrinter implements Printer {

    static final String OBJECT = "printer";
    static final String PID = "io.remoteobjects.examples.printer";

    private static final String PAUSED = "paused";
    private static final String MOVING_TO_PAUSED = "moving-to-paused";

    private final MutableProperty<String> name;
    private final MutableProperty<State> state = Property.of(DeviceStatus.UNKNOWN.state());
    private final MutableProperty<List<String>> reasons = Property.of(DeviceStatus.UNKNOWN.reasons());
    private final MutableProperty<List<Ink>> inks = Property.of(List.of());
    private final MutableProperty<Integer> queueLength = Property.of(0);
    private final Signal.Emitter<JobDone> jobDone = Signal.emitter();

    private final PrinterSettings settings;
    private final Device device;
    private final Gate gate = new Gate();
    private final PrintKeys keys;
    private final ScheduledExecutorService watching;
    private final Monitor monitor;
    private final PrintLine line;
    private volatile DeviceStatus latest = DeviceStatus.UNKNOWN;

    @Activate
    public IppPrinter(PrinterConfig config, BundleContext context) {
        this(PrinterSettings.from(config),
                context.getDataFile("keys-" + URLEncoder.encode(config.remote_source(), StandardCharsets.UTF_8)).toPath());
        start();
    }

    /**
     * Call {@link #start} next.
     *
     * @param keys the file of the keys of {@link #printOnce}
     */
    IppPrinter(PrinterSettings settings, Path keys) {
        this.settings = settings;
        this.keys = new PrintKeys(keys);
        name = Property.of(settings.name());
        // The HTTP client's own threads would stay for a minute after its end, and with them the class loader of this bundle.
        device = new Device(settings, new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(),
                threads("connection", settings.name())));
        watching = Executors.newSingleThreadScheduledExecutor(threads("watch", settings.name()));
        monitor = new Monitor(settings, device, watching, new Monitor.Listener() {
            @Override
            public void status(DeviceStatus status) {
                show(status);
            }

            @Override
            public void done(JobDone done) {
                jobDone.emit(done);
            }
        });
        line = new PrintLine(settings, device, gate, monitor, new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), threads("print", settings.name())));
    }

    /** Refers to nothing of this: the HTTP client ends when nobody refers to it, and has its threads from here. */
    private static ThreadFactory threads(String what, String printer) {
        return task -> {
            Thread thread = new Thread(task, "printer-" + what + " " + printer);
            thread.setDaemon(true);
            return thread;
        };
    }

    void start() {
        monitor.look();
    }

    @Deactivate
    void stop() {
        line.stop();
        watching.shutdownNow();
    }

    @Override
    public Property<String> name() {
        return name;
    }

    @Override
    public Property<State> state() {
        return state;
    }

    @Override
    public Property<List<String>> reasons() {
        return reasons;
    }

    @Override
    public Property<List<Ink>> inks() {
        return inks;
    }

    @Override
    public Property<Integer> queueLength() {
        return queueLength;
    }

    @Override
    public Signal<JobDone> jobDone() {
        return jobDone;
    }

    @Override
    public Promise<Integer> print(byte[] document, String mimeType, String title) {
        return line.add(checked(document, mimeType, title), () -> { });
    }

    @Override
    public Promise<Integer> printOnce(String key, byte[] document, String mimeType, String title) {
        Document checked = checked(document, mimeType, title);
        return keys.once(key, checked.fingerprint(), leaves -> line.add(checked, leaves));
    }

    private Document checked(byte[] document, String mimeType, String title) {
        if (document != null && document.length > settings.documentMaxBytes()) {
            throw new IllegalArgumentException("Cannot print '" + title + "' on " + device + ": the document has " + document.length
                    + " bytes, and " + settings.documentMaxBytes() + " are allowed. Print it in parts, or raise document.max.bytes in the "
                    + "configuration of the printer's Source; nothing was sent to the printer.");
        }
        return new Document(document, mimeType, title);
    }

    @Override
    public Promise<Void> cancel(int job) {
        return ask("cancel job " + job, () -> device.cancel(job));
    }

    @Override
    public Promise<Void> pause() {
        return ask("pause", () -> {
            if (latest.operations().contains(Operation.pausePrinter)) {
                device.pause();
            } else {
                gate.close();
            }
        });
    }

    @Override
    public Promise<Void> resume() {
        return ask("resume", () -> {
            gate.open();
            if (latest.operations().contains(Operation.resumePrinter)) {
                device.resume();
            }
        });
    }

    /** Runs a request on the watching thread, and resolves when its effect shows in the properties. */
    private Promise<Void> ask(String what, Request request) {
        Deferred<Void> asked = new Deferred<>();
        try {
            watching.execute(() -> {
                try {
                    request.run();
                    asked.resolve(null);
                } catch (IOException unreachable) {
                    asked.fail(failure(what, "it cannot be reached (" + Device.why(unreachable) + ")", "Check that it is on.",
                            unreachable));
                } catch (RefusedException refused) {
                    asked.fail(failure(what, "it refuses with " + refused.getMessage(), "Look at its state and jobs.", refused));
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    asked.fail(failure(what, "its Source is stopping", "Try again when the Source is back.", stopped));
                }
            });
        } catch (RejectedExecutionException stopped) {
            return Promises.failed(failure(what, "its Source has stopped", "Try again when the Source is back.", stopped));
        }
        return asked.getPromise().then(done -> monitor.look());
    }

    private PrintException failure(String what, String why, String remedy, Exception cause) {
        return new PrintException("Cannot " + what + " on " + device + ": " + why + ". " + remedy, cause);
    }

    /** On the watching thread. The state comes last: who sees it change finds the rest changed already. */
    private void show(DeviceStatus status) {
        latest = status;
        DeviceStatus shown = gate.isClosed() ? held(status) : status;
        inks.set(shown.inks());
        queueLength.set(shown.queueLength());
        reasons.set(shown.reasons());
        state.set(shown.state());
    }

    private static DeviceStatus held(DeviceStatus status) {
        boolean printing = status.state() == State.PROCESSING;
        List<String> reasons = new ArrayList<>(status.reasons());
        reasons.add(printing ? MOVING_TO_PAUSED : PAUSED);
        return status.with(printing ? State.PROCESSING : State.STOPPED, List.copyOf(reasons));
    }

    /** Something asked of the printer. */
    @FunctionalInterface
    private interface Request {

        void run() throws IOException, RefusedException, InterruptedException;
    }
}

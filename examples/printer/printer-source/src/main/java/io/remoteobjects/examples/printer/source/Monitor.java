package io.remoteobjects.examples.printer.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.remoteobjects.examples.printer.JobDone;
import io.remoteobjects.examples.printer.Printer.State;

/**
 * Asks the printer how it and our jobs are, more often while it prints for us. A printer that does not answer is stopped, and is
 * asked on. All state belongs to the thread of the executor.
 */
final class Monitor {

    /** Told what the printer says, by the monitor's thread. */
    interface Listener {

        /** @param status how the printer is now */
        void status(DeviceStatus status);

        /** @param done what became of one of our jobs */
        void done(JobDone done);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);

    private final PrinterSettings settings;
    private final Device device;
    private final ScheduledExecutorService executor;
    private final Listener listener;
    private final Set<Integer> jobs = new LinkedHashSet<>();
    private DeviceStatus latest = DeviceStatus.UNKNOWN;
    private Future<?> next;
    private boolean complained;

    /** @param executor has one thread */
    Monitor(PrinterSettings settings, Device device, ScheduledExecutorService executor, Listener listener) {
        this.settings = settings;
        this.device = device;
        this.executor = executor;
        this.listener = listener;
    }

    /** Asks the printer now, from any thread. {@return resolved when the answer has been told, or there was none} */
    Promise<Void> look() {
        return run(() -> { });
    }

    /** Watches a job from now on, from any thread. {@return as of {@link #look}} */
    Promise<Void> watch(int job) {
        return run(() -> {
            if (!jobs.add(job)) {
                // A restarted printer counts its jobs from one again.
                listener.done(new JobDone(job, false, "The printer has given the number of this job to another one."));
            }
        });
    }

    private Promise<Void> run(Runnable first) {
        Deferred<Void> looked = new Deferred<>();
        try {
            executor.execute(() -> {
                first.run();
                poll();
                looked.resolve(null);
            });
        } catch (RejectedExecutionException stopped) {
            looked.resolve(null);
        }
        return looked.getPromise();
    }

    private void poll() {
        if (next != null) {
            next.cancel(false);
        }
        try {
            List<JobDone> done = endedJobs();
            tell(device.status());
            done.forEach(this::ended);
            reached();
        } catch (IOException unreachable) {
            unreachable(Device.why(unreachable));
        } catch (RefusedException refused) {
            unreachable(refused.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException unreadable) {
            LOG.debug("Cannot read what {} says", device, unreadable);
            unreachable("its answer cannot be read: " + unreadable);
        }
        again();
    }

    private List<JobDone> endedJobs() throws IOException, RefusedException, InterruptedException {
        List<JobDone> done = new ArrayList<>();
        for (int job : jobs) {
            JobStatus status = device.job(job);
            if (status.ended()) {
                done.add(new JobDone(job, status.ok(), status.detail()));
            }
        }
        return done;
    }

    private void ended(JobDone done) {
        jobs.remove(done.job());
        listener.done(done);
    }

    private void tell(DeviceStatus status) {
        latest = status;
        listener.status(status);
    }

    private void reached() {
        if (complained) {
            complained = false;
            LOG.info("{} answers again.", device);
        }
    }

    private void unreachable(String why) {
        if (!complained) {
            complained = true;
            LOG.warn("{} does not answer: {}. Check that it is on and reachable; it is asked again every {} ms.", device, why,
                    settings.poll().toMillis());
        }
        tell(latest.with(State.STOPPED, List.of("unreachable: " + why)));
    }

    private void again() {
        long millis = (jobs.isEmpty() ? settings.poll() : settings.pollBusy()).toMillis();
        try {
            next = executor.schedule(this::poll, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("{} is not asked any more.", device);
        }
    }
}

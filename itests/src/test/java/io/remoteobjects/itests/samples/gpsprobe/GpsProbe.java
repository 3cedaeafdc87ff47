package io.remoteobjects.itests.samples.gpsprobe;

import io.remoteobjects.Replica;
import io.remoteobjects.examples.gps.Gps;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows every GPS service there is, as it comes and goes, and logs each event in one line, with the milliseconds since 1970 where time
 * matters:
 *
 * <pre>
 * PROBE 117 came at 1700000000000 with latitude 4.0 of process 4711
 * PROBE 117 fix 4.5 of process 4711
 * PROBE 117 lost antenna
 * PROBE 117 gone at 1700000000000
 * PROBE 117 reset failed at 1700000000000: REMOTE
 * </pre>
 * Its console commands print to System.out, which is the console of whoever calls them; what a command returns is not shown over ssh.
 */
@Component(service = GpsProbe.class, immediate = true, property = {"osgi.command.scope=probe", "osgi.command.function=services",
        "osgi.command.function=handles", "osgi.command.function=registered",
        "osgi.command.function=satellites", "osgi.command.function=push", "osgi.command.function=callWhatNeverEnds"})
public final class GpsProbe {

    private static final Logger LOG = LoggerFactory.getLogger(GpsProbe.class);

    private final BundleContext context;

    /** Guarded by this, so that who has read in the log that a service came finds it here. */
    private final Map<Long, Watched> watched = new TreeMap<>();
    private final ServiceTracker<Gps, Watched> tracker;

    @Activate
    public GpsProbe(BundleContext context) {
        this.context = context;
        tracker = new Tracker(context);
        tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    /** {@code probe:services}: one line a typed service. */
    public synchronized void services() {
        watched.forEach((id, each) -> System.out.println("service " + id + " " + each.describe()));
        System.out.println(watched.size() + " in all");
    }

    /** {@code probe:handles}: one line a handle. Handles are no wish for the object: only the typed service is. */
    public void handles() throws Exception {
        for (ServiceReference<Replica> each : context.getServiceReferences(Replica.class, null)) {
            System.out.println("handle " + each.getProperty("remoteobjects.name") + " " + each.getProperty("remoteobjects.type") + " "
                    + each.getProperty("remoteobjects.state") + " " + LastValues.of(context.getService(each)));
            context.ungetService(each);
        }
    }

    /** {@code probe:registered}: one line a service of this container, with what it is registered under. */
    public void registered() throws Exception {
        for (ServiceReference<?> each : context.getAllServiceReferences(null, null)) {
            System.out.println("registered " + String.join(",", (String[]) each.getProperty(Constants.OBJECTCLASS)));
        }
    }

    /** {@code probe:satellites}: calls a slot with a reply. */
    public void satellites() throws Exception {
        System.out.println("satellites " + only().gps().satellites(true).getValue());
    }

    /** {@code probe:push RATE}: asks for another rate and waits for the answer. */
    public void push(int rate) throws Exception {
        only().gps().rate().push(rate).getValue();
    }

    /** {@code probe:callWhatNeverEnds}: makes two calls that the Source never answers, one of each kind. */
    public void callWhatNeverEnds() {
        only().callWhatNeverEnds();
    }

    private synchronized Watched only() {
        return watched.values().stream().reduce((one, other) -> {
            throw new IllegalStateException("There is more than one GPS service: " + watched.keySet());
        }).orElseThrow(() -> new IllegalStateException("There is no GPS service."));
    }

    private final class Tracker extends ServiceTracker<Gps, Watched> {

        Tracker(BundleContext context) {
            super(context, Gps.class, null);
        }

        @Override
        public Watched addingService(ServiceReference<Gps> reference) {
            long id = (Long) reference.getProperty(Constants.SERVICE_ID);
            Gps gps = context.getService(reference);
            synchronized (GpsProbe.this) {
                Watched added = Watched.start(id, gps, LOG);
                watched.put(id, added);
                return added;
            }
        }

        @Override
        public void removedService(ServiceReference<Gps> reference, Watched removed) {
            synchronized (GpsProbe.this) {
                watched.values().remove(removed);
                removed.end();
            }
            context.ungetService(reference);
        }
    }
}

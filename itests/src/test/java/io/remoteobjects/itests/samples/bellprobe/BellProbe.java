package io.remoteobjects.itests.samples.bellprobe;

import io.remoteobjects.itests.samples.bell.Bell;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;

/** Tells of every bell there is; each keeps the service object that it got first. */
@Component(service = BellProbe.class, immediate = true, property = {"osgi.command.scope=probe", "osgi.command.function=bells"})
public final class BellProbe {

    private final Map<Long, Heard> bells = new ConcurrentSkipListMap<>();
    private final ServiceTracker<Bell, Heard> tracker;

    private record Heard(ServiceReference<Bell> reference, Bell bell, int[] changes) {

        @Override
        public String toString() {
            return "bell " + reference.getProperty("bell") + " id=" + reference.getProperty(Constants.SERVICE_ID)
                    + " name=" + reference.getProperty("remoteobjects.name") + " place=" + reference.getProperty("place")
                    + " state=" + reference.getProperty("remoteobjects.state") + " changes=" + changes[0] + ": " + ring();
        }

        private String ring() {
            try {
                return bell.ring();
            } catch (RuntimeException silent) {
                return silent.getClass().getSimpleName();
            }
        }
    }

    @Activate
    public BellProbe(BundleContext context) {
        tracker = new ServiceTracker<>(context, Bell.class, null) {
            @Override
            public Heard addingService(ServiceReference<Bell> reference) {
                Heard heard = new Heard(reference, context.getService(reference), new int[1]);
                bells.put((Long) reference.getProperty(Constants.SERVICE_ID), heard);
                return heard;
            }

            @Override
            public void modifiedService(ServiceReference<Bell> reference, Heard heard) {
                heard.changes()[0]++;
            }

            @Override
            public void removedService(ServiceReference<Bell> reference, Heard heard) {
                bells.values().remove(heard);
                context.ungetService(reference);
            }
        };
        tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    /** {@code probe:bells}: one line a bell. */
    public void bells() {
        bells.values().forEach(System.out::println);
        System.out.println(bells.size() + " in all");
    }
}

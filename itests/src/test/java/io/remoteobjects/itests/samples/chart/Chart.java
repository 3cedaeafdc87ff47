package io.remoteobjects.itests.samples.chart;

import io.remoteobjects.Subscription;
import io.remoteobjects.examples.gps.Gps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;

/** Draws, to the log. */
@Component
public final class Chart {

    private final Subscription fixes;

    @Activate
    public Chart(@Reference Gps gps) {
        fixes = gps.fix().observe(fix -> LoggerFactory.getLogger(Chart.class).info("CHART {}", fix.latitude()));
    }

    @Deactivate
    void stop() {
        fixes.close();
    }
}

package io.remoteobjects.itests;

import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.TestBundle;
import io.remoteobjects.itests.samples.gpsprobe.GpsProbe;
import io.remoteobjects.itests.samples.gpssource.TestGps;
import io.remoteobjects.itests.samples.streamchart.StreamChart;

/** The GPS of the example with a Source that a test commands, and a consumer that tells what it sees. */
final class GpsBundles {

    private static final String API = "bundle:install -s mvn:io.remoteobjects/gps-api/" + System.getProperty("project.version");

    private GpsBundles() {
    }

    static void installSource(KarafContainer container) {
        container.execute(API);
        container.install(TestBundle.of("test-gps", TestGps.class));
    }

    static void installProbe(KarafContainer container) {
        container.execute(API);
        container.install(TestBundle.of("gps-probe", GpsProbe.class));
    }

    static void installStreamChart(KarafContainer container) {
        container.execute(API);
        container.install(TestBundle.of("stream-chart", StreamChart.class));
    }

    /** How many typed GPS services the probe of a container sees. */
    static int services(KarafContainer container) {
        return Integer.parseInt(container.execute("probe:services").replaceAll("(?s).*?(\\d+) in all\\s*", "$1"));
    }
}

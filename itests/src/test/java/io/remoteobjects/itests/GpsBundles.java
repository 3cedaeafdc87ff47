package io.remoteobjects.itests;

import io.remoteobjects.itests.harness.KarafContainer;
import io.remoteobjects.itests.harness.TestBundle;
import io.remoteobjects.itests.samples.gpsprobe.GpsProbe;
import io.remoteobjects.itests.samples.gpssource.TestGps;
import io.remoteobjects.itests.samples.streamchart.StreamChart;

/** The GPS of the example with a Source that a test commands, and a consumer that tells what it sees. */
final class GpsBundles {

    private GpsBundles() {
    }

    static void installSource(KarafContainer container) {
        installApi(container);
        container.install(TestBundle.of("test-gps", TestGps.class));
    }

    static void installProbe(KarafContainer container) {
        installApi(container);
        container.install(TestBundle.of("gps-probe", GpsProbe.class));
    }

    static void installStreamChart(KarafContainer container) {
        installApi(container);
        container.install(TestBundle.of("stream-chart", StreamChart.class));
    }

    private static void installApi(KarafContainer container) {
        container.execute("bundle:install -s mvn:io.remoteobjects/gps-api/" + container.version());
    }

    /** How many typed GPS services the probe of a container sees. */
    static int services(KarafContainer container) {
        return Integer.parseInt(container.execute("probe:services").replaceAll("(?s).*?(\\d+) in all\\s*", "$1"));
    }
}

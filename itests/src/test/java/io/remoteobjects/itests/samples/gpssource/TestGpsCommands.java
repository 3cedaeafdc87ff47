package io.remoteobjects.itests.samples.gpssource;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The console's hold on {@link TestGps}. */
@Component(service = TestGpsCommands.class, property = {"osgi.command.scope=source", "osgi.command.function=move",
        "osgi.command.function=lose", "osgi.command.function=rate"})
public final class TestGpsCommands {

    private final TestGps gps;

    @Activate
    public TestGpsCommands(@Reference TestGps gps) {
        this.gps = gps;
    }

    /** {@code source:move LATITUDE...}: is at each of these latitudes, one after the other. */
    public void move(double... latitudes) {
        for (double each : latitudes) {
            gps.move(each);
        }
    }

    /** {@code source:lose REASON}: emits the signal. */
    public void lose(String reason) {
        gps.lose(reason);
    }

    /** {@code source:rate}: prints what was pushed last. */
    public void rate() {
        System.out.println("rate " + gps.rate().get());
    }
}

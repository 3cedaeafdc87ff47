package io.remoteobjects.itests.samples.boilerprobe;

import java.beans.PropertyChangeListener;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;

import io.remoteobjects.itests.samples.boiler.Boiler;

/** Logs what a boiler tells, and lends it to the console. */
@Component(immediate = true, service = BoilerProbe.class, property = {"osgi.command.scope=boiler", "osgi.command.function=raise",
        "osgi.command.function=target"})
public final class BoilerProbe {

    private final Boiler boiler;
    private final PropertyChangeListener listener = event -> LoggerFactory.getLogger(BoilerProbe.class).info("BEAN {} {} to {}",
            event.getPropertyName(), event.getOldValue(), event.getNewValue());

    @Activate
    public BoilerProbe(@Reference Boiler boiler) {
        this.boiler = boiler;
        boiler.addPropertyChangeListener(listener);
    }

    @Deactivate
    void stop() {
        boiler.removePropertyChangeListener(listener);
    }

    /** {@code boiler:raise CELSIUS}: prints what the call returns, and the getter after it. */
    public void raise(int by) {
        System.out.println("raised to " + boiler.raise(by) + ", is " + boiler.getTemperature());
    }

    /** {@code boiler:target CELSIUS}: sets it, and prints the getter after it or what was thrown. */
    public void target(int celsius) {
        try {
            boiler.setTarget(celsius);
            System.out.println("target " + boiler.getTarget());
        } catch (IllegalArgumentException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }
}

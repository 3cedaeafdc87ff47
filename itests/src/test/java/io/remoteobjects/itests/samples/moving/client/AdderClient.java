package io.remoteobjects.itests.samples.moving.client;

import io.remoteobjects.itests.samples.moving.api.Adder;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;

@Component(service = AdderClient.class, immediate = true,
        property = {"osgi.command.scope=adder", "osgi.command.function=call", "osgi.command.function=sleep"})
public final class AdderClient {

    private final ServiceTracker<Adder, Adder> adders;

    @Activate
    public AdderClient(BundleContext context) {
        adders = new ServiceTracker<>(context, Adder.class, null);
        adders.open();
    }

    @Deactivate
    void stop() {
        adders.close();
    }

    /** {@code adder:call}: one line a service: how it was imported, five results. */
    public void call() {
        adders.getTracked().forEach((reference, adder) -> System.out.println(importedBy(reference) + ": "
                + outcome(() -> adder.add(1, 2)) + " " + outcome(() -> adder.later(3, 4).get()) + " "
                + outcome(() -> adder.add(Integer.MAX_VALUE, 1)) + " " + outcome(() -> adder.kind((Object) "text")) + " "
                + outcome(() -> adder.kind((String) null))));
    }

    /** {@code adder:sleep MILLIS}: calls what takes so long; one line a service. */
    public void sleep(long millis) {
        adders.getTracked().forEach((reference, adder) -> System.out.println(importedBy(reference) + ": " + outcome(() -> {
            adder.sleep(millis);
            return "slept";
        })));
    }

    private static String importedBy(ServiceReference<?> reference) {
        Object configs = reference.getProperty("service.imported.configs");
        return configs instanceof String[] several ? String.join(",", several) : configs instanceof Object[] objects
                ? Arrays.toString(objects) : String.valueOf(configs);
    }

    private static String outcome(Callable<?> call) {
        try {
            return String.valueOf(call.call());
        } catch (ServiceException failure) {
            return failure.getType() == ServiceException.REMOTE ? "ServiceException.REMOTE" : failure.toString();
        } catch (Exception failure) {
            return failure.getClass().getSimpleName();
        }
    }
}

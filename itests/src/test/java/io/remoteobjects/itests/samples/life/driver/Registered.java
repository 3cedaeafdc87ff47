package io.remoteobjects.itests.samples.life.driver;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What there is of services, for the test to take stock. */
@Component(service = Registered.class, property = {"osgi.command.scope=probe", "osgi.command.function=registered"})
public final class Registered {

    private final BundleContext context;

    @Activate
    public Registered(BundleContext context) {
        this.context = context;
    }

    /** {@code probe:registered}: one line a service of this container, with what it is registered under. */
    public void registered() throws InvalidSyntaxException {
        for (ServiceReference<?> each : context.getAllServiceReferences(null, null)) {
            System.out.println("registered " + String.join(",", (String[]) each.getProperty(Constants.OBJECTCLASS)));
        }
    }
}

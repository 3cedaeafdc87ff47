package io.remoteobjects.itests.samples.moving.source;

import io.remoteobjects.itests.samples.moving.api.Adder;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

@Component(service = AdderCommands.class, immediate = true,
        property = {"osgi.command.scope=adder", "osgi.command.function=register"})
public final class AdderCommands {

    private final BundleContext context;
    private ServiceRegistration<Adder> registration;

    @Activate
    public AdderCommands(BundleContext context) {
        this.context = context;
    }

    /** {@code adder:register KEY=VALUE[,VALUE...]...}: registers the service with these properties, in place of the one before. */
    public void register(String... properties) {
        if (registration != null) {
            registration.unregister();
        }
        Hashtable<String, Object> all = new Hashtable<>();
        for (String each : properties) {
            String[] pair = each.split("=", 2);
            all.put(pair[0], pair[1].contains(",") ? pair[1].split(",") : pair[1]);
        }
        registration = context.registerService(Adder.class, new Sum(), all);
    }
}

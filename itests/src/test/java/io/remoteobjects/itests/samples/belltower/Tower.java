package io.remoteobjects.itests.samples.belltower;

import io.remoteobjects.itests.samples.bell.Bell;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A tower whose bells are hung, changed and taken down from the console. Immediate: each command would get another one otherwise. */
@Component(service = Tower.class, immediate = true, property = {"osgi.command.scope=tower", "osgi.command.function=hang",
        "osgi.command.function=change", "osgi.command.function=down"})
public final class Tower {

    private final BundleContext context;
    private final Map<String, ServiceRegistration<Bell>> bells = new ConcurrentHashMap<>();

    @Activate
    public Tower(BundleContext context) {
        this.context = context;
    }

    /** {@code tower:hang NAME KEY=VALUE...}: registers a bell with these service properties. */
    public void hang(String name, String... properties) {
        bells.put(name, context.registerService(Bell.class, () -> name + " rings", properties(name, properties)));
    }

    /** {@code tower:change NAME KEY=VALUE...}: changes the properties of a bell. */
    public void change(String name, String... properties) {
        bells.get(name).setProperties(properties(name, properties));
    }

    /** {@code tower:down NAME}: unregisters a bell. */
    public void down(String name) {
        bells.remove(name).unregister();
    }

    private static Dictionary<String, Object> properties(String name, String... properties) {
        Dictionary<String, Object> all = new Hashtable<>(Map.of("bell", name));
        for (String each : properties) {
            all.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return all;
    }
}

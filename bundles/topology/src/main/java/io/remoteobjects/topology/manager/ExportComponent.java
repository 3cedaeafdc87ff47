package io.remoteobjects.topology.manager;

import java.util.Map;

import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

import io.remoteobjects.topology.exports.ExportSettings;

/** One configuration of what to export, for the topology manager to find. It is changed in place, so that only what differs changes. */
@Component(service = ExportComponent.class, configurationPid = ExportComponent.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ExportConfiguration.class, factory = true)
public final class ExportComponent {

    static final String PID = "io.remoteobjects.export";

    private volatile ExportSettings settings;

    @Activate
    @Modified
    void configure(ExportConfiguration config, Map<String, Object> properties) {
        settings = ExportSettings.of((String) properties.get(Constants.SERVICE_PID), config.filter(), config.name(), config.interfaces(),
                properties);
    }

    ExportSettings settings() {
        return settings;
    }
}
